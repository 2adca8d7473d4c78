import type { Rule } from './rule.js';

/** Rules of functions that yield a session, and of calls in which one is handed on. */
export const WRAPPER_RULES: readonly Rule[] = [
  {
    id: 'session-call-as-value',
    title: 'The function itself is handed on',
    kind: 'site',
    severity: 'warning',
    meaning:
      '`getServerSession`, `auth` or `useSession` is not called, but handed on, renamed or re-exported as a value.',
    rewritten:
      'An `auth` of next-auth 5 that is a property of an object (`createContext({ auth })`), an argument of React’s `cache()` or of a function that only calls it becomes `getSession` of the generated module, where that yields all that the app’s sessions hold.',
    left: 'Whoever calls it expects a session of Auth.js’s shape, or hands it a request or the options.',
    todo: 'Hand on a function of the app’s own that asks Clerk and returns what the caller reads. See [session-escapes](session-escapes.md).',
    before: `import { getServerSession } from 'next-auth';

export const context = { session: getServerSession };`,
    after: `import { auth } from '@clerk/nextjs/server';

export const context = { userId: async () => (await auth()).userId }; // Clerk’s id; for the former one see session-user-id`,
    byHand: true,
    links: ['auth', 'v4Server', 'v5Session'],
  },
  {
    id: 'session-call-arguments',
    title: 'Arguments that can’t be read',
    kind: 'site',
    severity: 'warning',
    meaning:
      'The call gets its arguments from a spread or an expression, or the Pages Router’s request is not among them.',
    left: 'Clerk’s `getAuth()` needs the request, and it is not certain where it is.',
    todo: 'Call `getAuth(req)` with the request of the API route, or `getAuth(context.req)` in `getServerSideProps`. It is synchronous.',
    before: `import { getServerSession } from 'next-auth';
import type { NextApiRequest, NextApiResponse } from 'next';
import { authOptions } from '@/lib/auth';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(authOptions);
  if (!session) return res.status(401).end();
  return res.json({ userId: session.user.id });
}`,
    after: `import { getAuth } from '@clerk/nextjs/server';
import type { NextApiRequest, NextApiResponse } from 'next';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const { userId } = getAuth(req); // Clerk’s id; for the former one see session-user-id
  if (!userId) return res.status(401).end();
  return res.json({ userId });
}`,
    links: ['nextjs', 'auth', 'v4Server', 'v5Migration'],
  },
  {
    id: 'auth-wrapper',
    title: 'A handler inside auth()',
    kind: 'site',
    severity: 'error',
    meaning: '`auth()` of next-auth 5 wraps a handler, which reads `req.auth`.',
    rewritten:
      'The handler becomes a plain function, which asks Clerk in its first line, or where it put `req.auth` into a constant: `auth()`, `getUserId()` or `currentUser()`, by what is read of `req.auth`, or `getSession()` of the generated module where the session is handed on. Its own answers to a visitor who is signed out stay as they are: `auth()` never blocked a request by itself. A request that held nothing but the session goes.',
    left: 'The handler is a function that something else uses too, or comes from another file; it hands its request on with the session; or its second parameter has its type from `auth()` alone, and neither the route’s folders nor the way it is read say what that is.',
    todo: 'Make it a plain function with the parameters that it had (`req`, `context`), and ask Clerk inside. Keep the answer that the handler gave to a signed-out visitor: `auth.protect()` redirects or answers 404 where it was 401. What read `req.auth.user` reads `await currentUser()`, and the id as in [session-user-id](session-user-id.md).',
    before: `import { auth } from '@/auth';

export const GET = auth((req) => {
  if (!req.auth) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json({ ok: true });
});`,
    after: `import { auth } from '@clerk/nextjs/server';

export const GET = async () => {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json({ ok: true });
};`,
    links: ['auth', 'v5Protecting'],
  },
  {
    id: 'own-wrapper',
    title: 'The app’s own function around auth()',
    kind: 'site',
    severity: 'warning',
    meaning:
      'The session comes from a function of the app’s own that calls `auth()` and may do more, and goes by the name `auth` itself.',
    rewritten:
      'Where the call inside asks Clerk, the function yields what it did. Its callers stay as they are, and so do tests that mock it. What else the module has stays too where it is called of the whole module (`server.getUser()`) or spied on, once the set-up is gone.',
    left: 'The call inside is left to you, and what the function does besides is the app’s logic.',
    todo: 'Rewrite that one function so that it asks Clerk, and keep what it returns. See [session-escapes](session-escapes.md).',
    before: `import { cache } from 'react';
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

const nextAuth = NextAuth({ providers: [GitHub] });

export const auth = cache(async () => {
  const session = await nextAuth.auth();
  console.debug(session ? 'signed in' : 'signed out');
  return session;
});`,
    after: `import { cache } from 'react';
import { getSession } from '@/lib/clerk-session';

export const auth = cache(async () => {
  const session = await getSession();
  console.debug(session ? 'signed in' : 'signed out');
  return session;
});`,
    links: ['auth', 'v5Session'],
  },
  {
    id: 'own-wrapper-moved',
    title: 'Callers of a function that has moved',
    kind: 'site',
    severity: 'note',
    meaning:
      'The session comes from a function of the app’s own around `auth()`, which asks Clerk now, while `NextAuth()` still stands in the same file.',
    left: 'Nothing has to be done here. The sites are listed because the module still hands Auth.js on.',
    todo: 'Do what keeps `NextAuth()` and run the command again.',
    waits: true,
    links: ['auth', 'v5Session'],
  },
];
