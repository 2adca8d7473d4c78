import { givesSession, type ClientHelper } from '../helpers.js';
import { ENDPOINT } from './session-endpoint.js';
import {
  idOf,
  metadataFields,
  ownFunctions,
  readOwnFields,
  readSecrets,
  secretsFunction,
  takesMetadata,
  type OwnFields,
} from './session-metadata.js';
import { MARKER } from './session-module.js';
import { browserSignInAndOut } from './sign-in-and-out.js';

/** How the app is written, what its client code asks for, and where its session's type is. */
export interface ClientModule {
  readonly helpers: ReadonlySet<ClientHelper>;
  readonly typescript: boolean;
  /** The module string of the server's part, which declares `Session`. */
  readonly types: string;
  /** What the hook reads: Clerk's own profile where sessions hold no more, else the answer of the app's own route. */
  readonly hook: 'profile' | 'endpoint';
  /** The fields of the app's own that the profile's metadata hold. */
  readonly own?: OwnFields | undefined;
  /** Paths in the session that the server alone is told, where the hook asks it. */
  readonly secrets?: readonly string[] | undefined;
  /** Whether the app's addresses begin with a `basePath`. */
  readonly hasBasePath?: boolean;
}

/** The client's part of the generated module: what Auth.js's `useSession()` and `getSession()` gave, by name and shape. */
export function clientModule(module: ClientModule): string {
  const { helpers, typescript, types, hook } = module;
  const [usesHook, usesFunction] = [helpers.has('useSession'), helpers.has('getBrowserSession')];
  const asksHook = usesHook && hook === 'endpoint';
  const parts = [
    ['"use client";', '', headerOf(helpers), ...importsOf(module)].join('\n'),
    ...(typescript && usesHook ? [RESULT] : []),
    ...(asksHook || usesFunction ? [asking(module)] : []),
    ...(asksHook ? [sharing(typescript)] : []),
    ...(usesHook ? [asksHook ? endpointHook(typescript) : profileHook(module)] : []),
    ...(usesHook && !asksHook && module.own ? ownFunctions(module.own, typescript) : []),
    ...(refuses(module) ? [secretsFunction(module.secrets!, typescript)] : []),
    ...(usesFunction ? [browserFunction(typescript)] : []),
    ...browserSignInAndOut(helpers, typescript),
  ];
  return `${parts.join('\n\n')}\n`.replace('{types}', types);
}

/** Whether who reads a secret of the server's off its answer is told so. */
const refuses = ({ secrets = [], helpers, hook }: ClientModule): boolean =>
  secrets.length > 0 && ((hook === 'endpoint' && helpers.has('useSession')) || helpers.has('getBrowserSession'));

const headerOf = (helpers: ReadonlySet<ClientHelper>): string =>
  `// ${MARKER}: ${[...helpers].toSorted().join(', ')} ().`;

/** What an earlier run has put into the client's part. */
export function readClientModule(text: string): Pick<ClientModule, 'helpers' | 'hook' | 'own' | 'secrets'> | undefined {
  const header = new RegExp(`^// ${MARKER}: ([\\w, ]+) \\(`, 'm').exec(text);
  if (!header) return undefined;
  return {
    helpers: new Set(header[1]!.split(', ') as ClientHelper[]),
    hook: text.includes('useSyncExternalStore') ? 'endpoint' : 'profile',
    own: readOwnFields(text),
    secrets: readSecrets(text),
  };
}

function importsOf({ helpers, hook, typescript }: ClientModule): string[] {
  const usesHook = helpers.has('useSession');
  const lines = typescript && [...helpers].some(givesSession) ? ['import type { Session } from "{types}";'] : [];
  if (!usesHook) return lines;
  return [
    `import { useCallback, useEffect, useMemo${hook === 'profile' ? '' : ', useSyncExternalStore'} } from "react";`,
    'import { useClerk, useSession as useClerkSession, useUser } from "@clerk/nextjs";',
    ...lines,
  ];
}

const RESULT = `type Update = (data?: unknown) => Promise<Session | null>;
type SessionResult<R extends boolean> =
  | { data: Session; status: "authenticated"; update: Update }
  | (R extends true
      ? { data: null; status: "loading"; update: Update }
      : { data: null; status: "loading" | "unauthenticated"; update: Update });`;

const signature = (typescript: boolean): string =>
  typescript
    ? 'useSession<R extends boolean = false>(options?: { required: R; onUnauthenticated?: () => void }): SessionResult<R>'
    : 'useSession(options)';

/** With `required`, whoever is signed out is sent away, and looks like one who is still loading until then. */
const REQUIRED = `  useEffect(() => {
    if (!required || !isSignedOut) return;
    if (options?.onUnauthenticated) options.onUnauthenticated();
    else void redirectToSignIn();
    // The callback is asked once, when it is known that nobody is signed in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [required, isSignedOut]);`;

const endOf = (unauthenticated: string, typescript: boolean): string =>
  `  const status = data ? "authenticated" : ${unauthenticated} && !required ? "unauthenticated" : "loading";
  // The same result while nothing changes, as Auth.js's is: effects of the app's may depend on it.
  return useMemo(() => ({ data, status, update })${typescript ? ' as SessionResult<R>' : ''}, [data, status, update]);
}`;

/** The hook where Clerk's own profile is all that a session holds. */
function profileHook({ typescript, own }: ClientModule): string {
  const expires = 'expires: session.expireAt.toISOString()';
  const fields = own ? metadataFields(own, { person: 'profile', expires }) : `{ user: profile, ${expires} }`;
  const as = own && typescript ? (own.hides === undefined ? ' as Session' : ' as unknown as Session') : '';
  return `/**
 * The session as Auth.js's hook gave it, answered by Clerk. With \`required\` a visitor who is not signed in looks like one
 * who is still loading, and is sent to sign in, or to \`onUnauthenticated\`.
 */
export function ${signature(typescript)} {
  const { isLoaded, isSignedIn, user } = useUser();
  const { session } = useClerkSession();
  const { redirectToSignIn } = useClerk();
  const isSignedOut = isLoaded && !isSignedIn;
  const required = options?.required ?? false;

  const data = useMemo${typescript ? '<Session | null | undefined>' : ''}(() => {
    if (!user || !session) return isLoaded ? null : undefined;
    const profile = {
      id: ${idOf('user.externalId ?? user.id', own)},
      name: user.fullName,
      email: user.primaryEmailAddress?.emailAddress ?? null,
      image: user.hasImage ? user.imageUrl : null,
    };
${own && takesMetadata(own) ? '    const own = ownFields(user.id, user.publicMetadata);\n' : ''}    return ${fields}${as};
  }, [isLoaded, user, session]);

${REQUIRED}

  const update = useCallback(async () => {
    await user?.reload();
    await session?.getToken({ skipCache: true });
    return data ?? null;
  }, [user, session, data]);

${endOf('isSignedOut', typescript)}`;
}

/** What hook and function share where the session comes from the server. */
function asking(module: ClientModule): string {
  const { typescript, hasBasePath = false } = module;
  const as = (type: string) => (typescript ? `: ${type}` : '');
  const address = hasBasePath
    ? `// Next puts the basePath of next.config into this variable.\nconst ENDPOINT = \`\${process.env.__NEXT_ROUTER_BASEPATH ?? ""}${ENDPOINT}\`;`
    : `const ENDPOINT = "${ENDPOINT}";`;
  return `${address}
${typescript ? '\ntype Token = string | null | undefined;\n' : ''}
/** The session that the server makes for whoever the token, or else the cookie, stands for. */
async function fetchSession(token${as('Token')})${as('Promise<Session | null>')} {
  const response = await fetch(ENDPOINT, token ? { headers: { Authorization: \`Bearer \${token}\` } } : undefined);
  if (!response.ok) throw new Error(\`\${ENDPOINT}: \${response.status}\`);
${
  refuses(module)
    ? `  const session = await response.json();
  return session && withoutSecrets(session);`
    : '  return response.json();'
}
}`;
}

/** One answer for all components, and one question at a time. */
function sharing(typescript: boolean): string {
  const as = (type: string) => (typescript ? `: ${type}` : '');
  return `${typescript ? 'type ClerkSession = NonNullable<ReturnType<typeof useClerkSession>["session"]>;\n\n' : ''}/** What was answered last, and for which of Clerk's sessions: one for all components. */
let known${as('{ id: string; session: Session | null } | undefined')};
/** The question that is under way, and how many there were: the answer to an older one that comes late is not taken. */
let pending${as('{ id: string; answer: Promise<Session | null> } | undefined')};
let questions = 0;
/** The state of Clerk's user that was asked for last. */
let asked${as('string | undefined')};
const listeners = new Set${typescript ? '<() => void>' : ''}();

function subscribe(listener${as('() => void')}) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Asks the server, once for all who ask at the same time. With \`isChanged\` no earlier question will do, nor its token. */
function load(clerkSession${as('ClerkSession')}, isChanged = false)${as('Promise<Session | null>')} {
  const { id } = clerkSession;
  if (pending && pending.id === id && !isChanged) return pending.answer;
  const question = ++questions;
  const answer${as('Promise<Session | null>')} = clerkSession
    .getToken({ skipCache: isChanged })
    .then(fetchSession)
    .then((session${as('Session | null')}) => session && Object.assign(session, { expires: clerkSession.expireAt.toISOString() }))
    .catch(() => (known && known.id === id ? known.session : null))
    .then((session${as('Session | null')}) => {
      if (question !== questions) return session;
      pending = undefined;
      if (known && known.id === id && JSON.stringify(known.session) === JSON.stringify(session)) return known.session;
      known = { id, session };
      listeners.forEach((listener) => listener());
      return session;
    });
  pending = { id, answer };
  return answer;
}`;
}

/** The hook where the app's own callbacks make the session, which only the server can run. */
function endpointHook(typescript: boolean): string {
  return `/**
 * The session as Auth.js's hook gave it, made by the server and asked for when Clerk's session or user changes, and when the
 * page is looked at again. With \`required\` a visitor who is not signed in looks like one who is still loading, and is sent
 * to sign in, or to \`onUnauthenticated\`.
 */
export function ${signature(typescript)} {
  const { isLoaded, session: clerkSession } = useClerkSession();
  const { user } = useUser();
  const { redirectToSignIn } = useClerk();
  const answer = useSyncExternalStore(subscribe, () => known, () => undefined);
  const own = clerkSession && answer && answer.id === clerkSession.id ? answer : undefined;
  const isSignedOut = isLoaded && !clerkSession;
  const data = own ? own.session : isSignedOut ? null : undefined;
  const isUnauthenticated = isSignedOut || own?.session === null; // the latter: nobody of this app yet
  const required = options?.required ?? false;
  const state = clerkSession && \`\${clerkSession.id} \${user?.updatedAt?.getTime()}\`;

  useEffect(() => {
    if (!clerkSession || !state) return;
    if (asked !== state) {
      asked = state;
      void load(clerkSession, known?.id === clerkSession.id);
    }
    const onVisible = () => {
      if (document.visibilityState === "visible") void load(clerkSession);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [clerkSession, state]);

${REQUIRED}

  const update = useCallback(async () => {
    if (!clerkSession) return null;
    await user?.reload();
    return load(clerkSession, true);
  }, [clerkSession, user]);

${endOf('isUnauthenticated', typescript)}`;
}

/** `getSession()` for code that no component runs: an effect, a handler, a wrapper of `fetch`. */
function browserFunction(typescript: boolean): string {
  const clerk = typescript
    ? '(window as { Clerk?: { session?: { getToken(): Promise<Token> } | null } }).Clerk'
    : 'window.Clerk';
  return `/** The session for code outside of components. Clerk's token is fresh; until its script has loaded, the cookie is. */
export async function getSession()${typescript ? ': Promise<Session | null>' : ''} {
  try {
    return await fetchSession(await ${clerk}?.session?.getToken());
  } catch {
    return null;
  }
}`;
}
