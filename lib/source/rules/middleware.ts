import type { Rule } from './rule.js';

/** The middleware (`proxy.ts` on Next 16). */
export const MIDDLEWARE_RULES: readonly Rule[] = [
  {
    id: 'middleware',
    title: 'The middleware',
    kind: 'site',
    severity: 'note',
    meaning:
      'Auth.js’s middleware: `withAuth()`, its default export, `auth` of next-auth 5 exported as the middleware or called with a function, or a function of the app’s own that asks `getToken()` or `auth()`.',
    rewritten:
      'It becomes `clerkMiddleware()`. The old matcher moves inside, as a test of the path, and one that reaches every path but Next’s own takes its place: `auth()` throws where Clerk’s middleware did not run. The same paths stay shut; the sign-in page stays open. A function of the app’s own stays as it is, runs on the paths where it ran before, and takes `isAuthenticated` from Clerk’s `auth()` where it tested a session or a token. `Response.redirect()` becomes `NextResponse.redirect()` with the same status: Clerk adds headers to the answer, which the former does not allow. `auth` of next-auth 5 without an `authorized` callback protected nothing, and neither does what takes its place. Where the function asked whether the browser has Auth.js’s session cookie, it asks Clerk: a cookie that is made up does not pass any more. What `has` and `missing` said in the old matcher is tested first; but Next takes the header `next-router-prefetch` off before a middleware runs, so prefetches of a shut page are sent to sign in as well. An `authorized` callback, in `withAuth()` or in the config, becomes a test with the same code. It turns away whom it turned away before: to sign in, or, where somebody is signed in already and may not pass, to the start page, or with 403 where the test reaches that as well. Fields of a token or session become session claims of the same name.',
    todo: 'Nothing at once. Clerk advises checks at the resource itself, at the top of the page, route or action: `createRouteMatcher()` is deprecated since 7.5.14, and is not written here.',
    before: `export { default } from 'next-auth/middleware';

export const config = { matcher: ['/dashboard/:path*'] };`,
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (/^\\/dashboard(\\/|\\.segments\\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-authorized',
    title: 'An authorized callback decides',
    kind: 'site',
    severity: 'error',
    meaning: 'An `authorized` callback, in `withAuth()` or in the config of next-auth 5, decides who passes.',
    left: 'Its code hands the session on, refers to what only its file has, or stands where it is not certain that it counts. A translation that is not certain could open what was shut.',
    todo: 'Write its test inside `clerkMiddleware()`. Auth.js redirected whom it turned away, also on APIs: return `redirectToSignIn()`. An answer of the app’s own (401, 403) stays. Leave open what Auth.js left open: the sign-in page, in v4 also `/api/auth/*`. A callback that returns nothing lets pass whoever has a token in v4, and nobody in v5; in v5 the answer true or false is ignored where the middleware is `auth(handler)`. Test the old paths inside, and widen the matcher as below.',
    before: `import { withAuth } from 'next-auth/middleware';
import { mayPass } from './lib/access';

export default withAuth({ callbacks: { authorized: ({ token, req }) => mayPass(token, req.nextUrl.pathname) } });

export const config = { matcher: ['/admin/:path*'] };`,
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  if (req.nextUrl.pathname.startsWith('/admin')) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn({ returnBackUrl: req.url });
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'auth', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-handler',
    title: 'A middleware with code of its own',
    kind: 'site',
    severity: 'error',
    meaning:
      'The middleware hands its session or token on, asks for the raw token, is composed of several, or has another form that is not followed.',
    left: 'What it decides, and in which order, is the app’s logic; a function that only tests whether somebody is signed in is rewritten.',
    todo: 'Call the code inside `clerkMiddleware()`, and read `await auth()` where it read the token. Widen the matcher to `/((?!_next/).*)`, since `auth()` throws where Clerk’s middleware did not run, and test the old paths inside; the matcher in Clerk’s guides leaves out paths such as `.csv` and `.html` that yours may have kept shut. A middleware of next-intl or the like is returned from there: `return intlMiddleware(req)`.',
    before: `import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

import { isKnown } from './lib/people';

export default async function middleware(req: NextRequest) {
  const token = await getToken({ req });
  if (!isKnown(token)) return NextResponse.redirect(new URL('/login', req.url));
  return NextResponse.next();
}`,
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  if (req.nextUrl.pathname === '/login') return;
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/login', req.url));
});

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-matcher',
    title: 'A matcher that is not rewritten',
    kind: 'site',
    severity: 'error',
    meaning:
      'The matcher has a form whose meaning is not certain here: `has` or `missing` with a host or a regular expression, a variable, a pattern beyond plain segments, parameters and lookaheads.',
    left: 'The test inside the middleware has to take exactly the paths that Next took.',
    todo: 'Write the test by hand, as a regular expression on `req.nextUrl.pathname`. `config` must be readable for Next without running it: no variables, no spread, and `as const` only on Next 16.',
    before: `export { default } from 'next-auth/middleware';

export const config = {
  matcher: [{ source: '/admin/:path*', has: [{ type: 'host', value: 'app.example.com' }] }],
};`,
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  if (!/^\\/admin(\\/|$)/.test(req.nextUrl.pathname)) return;
  if (req.nextUrl.hostname !== 'app.example.com') return;
  const { isAuthenticated, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
});

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-options',
    title: 'Options of withAuth() that can’t be read',
    kind: 'site',
    severity: 'error',
    meaning:
      '`withAuth()` gets options from a variable or a spread, or options besides `pages`, `secret` and one plain `callbacks.authorized`.',
    left: 'They may change who passes.',
    todo: 'Write the options out and run the command again, or write `clerkMiddleware()` by hand. `jwt` and `cookies` have no counterpart: the token is Clerk’s.',
    before: `import { withAuth } from 'next-auth/middleware';
import { pages } from './lib/pages';

export default withAuth({ pages });

export const config = { matcher: ['/admin/:path*'] };`,
    links: ['middleware', 'v4Middleware'],
  },
  {
    id: 'middleware-role',
    title: 'A role in the middleware',
    kind: 'site',
    severity: 'error',
    meaning: 'The middleware reads more of the token than its presence, most often a role.',
    left: 'The field reaches Clerk’s token only as a claim that has to be configured, and until then it is missing. A test that lets pass who lacks the field would be open until then: only tests that ask for a value are rewritten.',
    todo: 'Move the role into public metadata, add the claim `{"role": "{{user.public_metadata.role}}"}` to the session token, and test `sessionClaims.role` so that a missing one lets nobody pass. Send somebody without the role elsewhere than to sign-in, or the redirects loop. `auth.protect({ role })` asks for a role in an organization, not for this one.',
    before: `import { withAuth } from 'next-auth/middleware';

export default withAuth({ callbacks: { authorized: ({ token }) => !!token && token.role !== 'guest' } });

export const config = { matcher: ['/admin/:path*'] };`,
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

declare global {
  interface CustomJwtSessionClaims {
    role?: string;
  }
}

export default clerkMiddleware(async (auth, req) => {
  if (!/^\\/admin(\\/|$)/.test(req.nextUrl.pathname)) return;
  const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
  const { role } = sessionClaims;
  if (role === undefined || role === 'guest') return NextResponse.redirect(new URL('/', req.url));
});

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'claims', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-prefetch',
    title: 'Prefetches in the middleware',
    kind: 'follow-up',
    severity: 'warning',
    meaning:
      'The old matcher left out prefetches, by `missing` with the header `next-router-prefetch` or another of the router’s own.',
    left: 'Next takes these headers off before a middleware runs, so its code can’t tell such a request from others, and Clerk has to run on them: `auth()` throws where it did not. A matcher that let prefetches by also let by whoever sent the header.',
    todo: 'See whether the middleware’s code may run for prefetches. Where it sets cookies, a prefetch of a page sets them now, too.',
    links: ['middleware', 'v4Middleware', 'v5Protecting'],
  },
  {
    id: 'middleware-compose',
    title: 'Clerk is missing in the middleware',
    kind: 'follow-up',
    severity: 'error',
    meaning: 'The app has a middleware of its own without `clerkMiddleware()`, and code asks `auth()` now.',
    rewritten:
      'A function that is exported as the middleware is called from `clerkMiddleware()`, and next-intl’s middleware too. The matcher takes every path then, and what it took before is tested inside.',
    left: 'Its form or its matcher is not read, or other code imports it, a test for instance. `auth()` and `getAuth()` throw where Clerk’s middleware did not run.',
    todo: 'Wrap it, and widen its matcher so that it reaches every path that asks for a session; the paths that it was for are tested inside. Where the middleware is Auth.js’s, its own rule says what becomes of it, and this is done with it.',
    after: `import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

function middleware(req: NextRequest) {
  return NextResponse.redirect(new URL('/en', req.url));
}

export default clerkMiddleware((auth, req) => middleware(req));

export const config = { matcher: ['/((?!_next/).*)'] };`,
    links: ['middleware', 'v4Middleware', 'v5Protecting'],
  },
];
