import type { Rule } from './rule.js';

/** The session in the browser. */
export const CLIENT_RULES: readonly Rule[] = [
  {
    id: 'use-session',
    title: 'The session in a component',
    kind: 'site',
    severity: 'note',
    meaning: 'A call of `useSession()` in a component or a hook.',
    rewritten:
      'Where no profile is read it becomes `useAuth()`, else `useUser()`. Where it can’t be taken apart, see [session-bridge](session-bridge.md). `status` becomes `isLoaded` and `isSignedIn`. The session of Auth.js is null while it loads, and so the code that tests it keeps its meaning.',
    before: `'use client';
import { useSession } from 'next-auth/react';

export function Greeting() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  if (!session) return <p>Signed out</p>;
  return <p>{session.user?.name ?? 'friend'}</p>;
}`,
    after: `'use client';
import { useUser } from '@clerk/nextjs';

export function Greeting() {
  const { isLoaded, isSignedIn, user } = useUser();
  if (!isLoaded) return <p>…</p>;
  if (!isSignedIn) return <p>Signed out</p>;
  return <p>{user.fullName ?? 'friend'}</p>;
}`,
    links: ['useUser', 'useAuth', 'v4UseSession', 'v5Session'],
  },
  {
    id: 'use-session-required',
    title: 'useSession({ required: true })',
    kind: 'site',
    severity: 'warning',
    meaning: 'The hook sends a visitor who is signed out to the sign-in page, or calls `onUnauthenticated`.',
    left: 'No hook of Clerk’s does that. For the code around it, a visitor who is signed out looks like one who is still loading. Where sessions can come from the generated hook, it does so (see [session-bridge](session-bridge.md)).',
    todo: 'Send the visitor away from an effect, and go on showing what was shown while loading.',
    before: `'use client';
import { useSession } from 'next-auth/react';

export function Account() {
  const { status } = useSession({ required: true });
  if (status === 'loading') return <p>…</p>;
  return <p>Your account</p>;
}`,
    after: `'use client';
import { useAuth, useClerk } from '@clerk/nextjs';
import { useEffect } from 'react';

export function Account() {
  const { isLoaded, isSignedIn } = useAuth();
  const clerk = useClerk();
  useEffect(() => {
    if (isLoaded && !isSignedIn) void clerk.redirectToSignIn();
  }, [isLoaded, isSignedIn, clerk]);
  if (!isLoaded || !isSignedIn) return <p>…</p>;
  return <p>Your account</p>;
}`,
    links: ['useAuth', 'useClerk', 'v4UseSession'],
  },
  {
    id: 'session-update',
    title: 'The session is updated',
    kind: 'site',
    severity: 'warning',
    meaning: 'The code calls `update()` of `useSession()`, with data or without.',
    rewritten:
      'Where sessions can come from the generated hook, `update()` is its own: it reloads Clerk’s user and fetches the session anew (see [session-bridge](session-bridge.md)). So is `update(data)` where nothing of the data lasts: the callbacks take none of it in, or put into the token what they make anew at each call, from the row that the code has changed before.',
    left: 'The app’s callbacks put the data into the token, or may do so. Clerk’s user is changed by other calls, and which one depends on the field.',
    todo: `- \`update()\` without data: \`await user.reload()\`, and \`await session.getToken({ skipCache: true })\` of Clerk’s \`useSession()\` where claims are read.
- A name or the like: \`user.update({ firstName, lastName })\`.
- A field of the app’s own: change the row on the server. Public metadata too is written on the server alone, by \`(await clerkClient()).users.updateUserMetadata(userId, { publicMetadata })\`.`,
    before: `'use client';
import { useSession } from 'next-auth/react';

export function Refresh() {
  const { update } = useSession();
  return <button onClick={() => update()}>Refresh</button>;
}`,
    after: `'use client';
import { useSession, useUser } from '@clerk/nextjs';

export function Refresh() {
  const { user } = useUser();
  const { session } = useSession();
  const refresh = async () => {
    await user?.reload();
    await session?.getToken({ skipCache: true });
  };
  return <button onClick={refresh}>Refresh</button>;
}`,
    byHand: true,
    links: ['user', 'useUser', 'v4Update'],
  },
  {
    id: 'client-get-session',
    title: 'getSession() in the browser',
    kind: 'site',
    severity: 'warning',
    meaning: '`getSession()` is called without a request, outside of a hook: in an effect, a handler, a fetch wrapper.',
    rewritten:
      'Where sessions can come from the generated module (see [session-bridge](session-bridge.md)), its `getSession()` takes the call. It asks the route `/api/clerk-session`, which is generated too, as Auth.js’s asked its own.',
    left: 'What this app’s sessions hold can’t be told, or can’t be made without Auth.js. Clerk’s hooks work in components and hooks only, and where the call stands none may be called.',
    todo: 'Ask `useUser()` or `useAuth()` in the component and hand on what is read. For a token that goes to an API of the app’s own, `getToken()` of `@clerk/nextjs` 7 works outside of components; in Clerk 6 hand on `getToken` of `useAuth()`.',
    before: `import { getSession } from 'next-auth/react';

export async function load() {
  const session = await getSession();
  return fetch(\`/api/notes/\${session?.user?.email}\`);
}`,
    after: `export async function load(email: string | undefined) {
  return fetch(\`/api/notes/\${email}\`); // its caller asks useUser(): user?.primaryEmailAddress?.emailAddress
}`,
    byHand: true,
    links: ['useUser', 'useAuth', 'v4GetSession'],
  },
  {
    id: 'session-context',
    title: 'Auth.js’s React context',
    kind: 'site',
    severity: 'warning',
    meaning: '`SessionContext` is read or provided directly.',
    left: 'Clerk’s context is not public; its hooks are the way in.',
    todo: 'Read `useUser()` or `useAuth()`. In tests, replace `@clerk/nextjs` by a mock.',
    before: `import { SessionContext } from 'next-auth/react';
import { useContext } from 'react';

export const useName = () => useContext(SessionContext)?.data?.user?.name;`,
    after: `import { useUser } from '@clerk/nextjs';

export const useName = () => useUser().user?.fullName;`,
    links: ['useUser', 'useAuth', 'v4Provider'],
  },
  {
    id: 'session-provider',
    title: 'The provider',
    kind: 'site',
    severity: 'note',
    meaning: '`<SessionProvider>` around the app.',
    rewritten:
      'It becomes `<ClerkProvider>`. `session`, `refetchInterval`, `refetchOnWindowFocus`, `refetchWhenOffline`, `basePath` and `baseUrl` go: Clerk refreshes its token by itself. In `_app` the provider gets `{...pageProps}`, by which server state reaches it. Around `<html>` it moves into `<body>`, where Clerk wants it.',
    todo: 'Clerk’s hooks are not loaded during server rendering unless the provider has the prop `dynamic`.',
    before: `import { SessionProvider } from 'next-auth/react';

export function Providers({ children }: { children: React.ReactNode }) {
  return <SessionProvider refetchOnWindowFocus={false}>{children}</SessionProvider>;
}`,
    after: `import { ClerkProvider } from '@clerk/nextjs';

export function Providers({ children }: { children: React.ReactNode }) {
  return <ClerkProvider>{children}</ClerkProvider>;
}`,
    links: ['nextjs', 'guide', 'v4Provider'],
  },
  {
    id: 'next-version',
    title: 'Next.js is too old',
    kind: 'follow-up',
    severity: 'error',
    meaning:
      'The app’s release of Next.js is outside of what `@clerk/nextjs` admits: 7 wants 15.2.8, 15.3.8, 15.4.10, 15.5.9, 16.0.10 or newer of the same line, 6 wants 13.5.7, 14.2.25, 15.2.3 or 16.',
    todo: 'Raise Next.js to the release that the report names, by the command that it names; `--bump-next` does it where the step stays within a major, also in a catalog. See that the app still builds. Releases of Next.js before 12.3.5, 13.5.9, 14.2.25 and 15.2.3 let a request skip the middleware (CVE-2025-29927), and Clerk’s `auth()` trusts what the middleware found out.',
    links: ['nextjs', 'v5Migration'],
  },
  {
    id: 'clerk-provider',
    title: 'The app has no provider',
    kind: 'follow-up',
    severity: 'error',
    meaning:
      'Code uses Clerk’s components or hooks, and nothing in the app renders `<ClerkProvider>`. Apps on next-auth 5 often had no provider; where the run finds the `<body>` of the root layout, or the page that `_app` returns, it puts one there.',
    todo: 'Put `<ClerkProvider>` inside the `<body>` of the root layout, or around `<Component {...pageProps} />` in `pages/_app`, there with `{...pageProps}`. Clerk’s components and hooks throw without it.',
    after: `import { ClerkProvider } from '@clerk/nextjs';

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ClerkProvider>{children}</ClerkProvider>
      </body>
    </html>
  );
}`,
    links: ['nextjs', 'guide', 'v4Provider'],
  },
  {
    id: 'session-provider-as-value',
    title: 'The provider as a value',
    kind: 'site',
    severity: 'warning',
    meaning: '`SessionProvider` is handed on, aliased or re-exported, and not written as an element.',
    left: 'What renders it may give it props that Clerk’s provider does not take.',
    todo: 'Put `<ClerkProvider>` where the value is rendered in the end. It takes no `session`.',
    before: `import { SessionProvider } from 'next-auth/react';

export const PROVIDERS = [SessionProvider];`,
    after: `import { ClerkProvider } from '@clerk/nextjs';

export const PROVIDERS = [ClerkProvider];`,
    links: ['nextjs', 'v4Provider'],
  },
  {
    id: 'session-provider-spread',
    title: 'The provider’s props come from a spread',
    kind: 'site',
    severity: 'warning',
    meaning: '`<SessionProvider {...props}>`.',
    left: 'The spread may hold props that Clerk’s provider does not take; `session` is a type error there.',
    todo: 'Write `<ClerkProvider>` with the props that it needs, most often none.',
    before: `import { SessionProvider } from 'next-auth/react';
import { settings } from './settings';

export function Providers({ children }: { children: React.ReactNode }) {
  return <SessionProvider {...settings}>{children}</SessionProvider>;
}`,
    after: `import { ClerkProvider } from '@clerk/nextjs';

export function Providers({ children }: { children: React.ReactNode }) {
  return <ClerkProvider>{children}</ClerkProvider>;
}`,
    links: ['nextjs', 'v4Provider'],
  },
  {
    id: 'session-provider-prop',
    title: 'A prop that Clerk’s provider does not have',
    kind: 'site',
    severity: 'warning',
    meaning: '`<SessionProvider>` has a prop that Auth.js’s documentation does not name.',
    left: 'What it was for is not known here.',
    todo: 'Write `<ClerkProvider>` without the prop, and see what relied on it.',
    before: `import { SessionProvider } from 'next-auth/react';

export function Providers({ children }: { children: React.ReactNode }) {
  return <SessionProvider label="main">{children}</SessionProvider>;
}`,
    after: `import { ClerkProvider } from '@clerk/nextjs';

export function Providers({ children }: { children: React.ReactNode }) {
  return <ClerkProvider>{children}</ClerkProvider>;
}`,
    links: ['nextjs', 'v4Provider'],
  },
];
