import { MARKER } from './session-module.js';

/** How the app is written, and where its session's type is. */
export interface ClientModule {
  readonly typescript: boolean;
  /** The module string of the server's part, which declares `Session`. */
  readonly types: string;
}

/** The hook of Auth.js's name and shape, for code that hands its result on. Client and server part stay apart. */
export function clientModule({ typescript, types }: ClientModule): string {
  const only = (text: string) => (typescript ? text : '');
  return `"use client";

// ${MARKER}: useSession ().
import { useCallback, useEffect, useMemo } from "react";
import { useClerk, useSession as useClerkSession, useUser } from "@clerk/nextjs";
${only(`import type { Session } from "${types}";

type Update = () => Promise<Session | null>;
type SessionResult<R extends boolean> =
  | { data: Session; status: "authenticated"; update: Update }
  | (R extends true
      ? { data: null; status: "loading"; update: Update }
      : { data: null; status: "loading" | "unauthenticated"; update: Update });
`)}
/**
 * The session as Auth.js's hook gave it, answered by Clerk. With \`required\` a visitor who is not signed in looks like one
 * who is still loading, and is sent to sign in, or to \`onUnauthenticated\`.
 */
export function useSession${only('<R extends boolean = false>')}(options${only('?: { required: R; onUnauthenticated?: () => void }')})${only(': SessionResult<R>')} {
  const { isLoaded, isSignedIn, user } = useUser();
  const { session } = useClerkSession();
  const { redirectToSignIn } = useClerk();
  const isUnauthenticated = isLoaded && !isSignedIn;
  const required = options?.required ?? false;

  const data = useMemo${only('<Session | null>')}(() => {
    if (!user || !session) return null;
    const profile = {
      id: user.externalId ?? user.id,
      name: user.fullName,
      email: user.primaryEmailAddress?.emailAddress ?? null,
      image: user.hasImage ? user.imageUrl : null,
    };
    return { user: profile, expires: session.expireAt.toISOString() };
  }, [user, session]);

  useEffect(() => {
    if (!required || !isUnauthenticated) return;
    if (options?.onUnauthenticated) options.onUnauthenticated();
    else void redirectToSignIn();
    // The callback is asked once, when it is known that nobody is signed in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [required, isUnauthenticated]);

  const update = useCallback(async () => {
    await user?.reload();
    await session?.getToken({ skipCache: true });
    return data;
  }, [user, session, data]);

  const status = data ? "authenticated" : isUnauthenticated && !required ? "unauthenticated" : "loading";
  return { data, status, update }${only(' as SessionResult<R>')};
}
`;
}
