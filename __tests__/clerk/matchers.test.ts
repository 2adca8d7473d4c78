import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { pathTest, WHOLE_MATCHER, WIDE_MATCHER } from '../../lib/clerk/matchers.js';

const require = createRequire(import.meta.url);
const { getMiddlewareMatchers } = require('next/dist/build/analysis/get-page-static-info.js') as {
  getMiddlewareMatchers(matcher: string | readonly string[], config: object): { regexp: string }[];
};
const { getMiddlewareRouteMatcher } = require('next/dist/shared/lib/router/utils/middleware-route-matcher.js') as {
  getMiddlewareRouteMatcher(matchers: { regexp: string }[]): (path: string, request: object, query: object) => boolean;
};

/** Whether Next runs a middleware: on the path as it is or decoded (server/lib/router-utils/resolve-routes). */
function nextTakes(matcher: string | readonly string[], path: string): boolean {
  const match = getMiddlewareRouteMatcher(getMiddlewareMatchers(matcher, {}));
  return [path, decodeURIComponent(path)].some((each) => match(each, {}, {}));
}

/** The test as the transform writes it, on the path as a middleware sees it: Next takes `.rsc` off. */
function oursTakes(matchers: readonly string[], path: string): boolean | undefined {
  const ours = pathTest(matchers);
  if (!ours) return undefined;
  const seen = path.replace(/\.rsc$/, '');
  const tested = ours.isStable ? [decodeURIComponent(seen)] : [seen, decodeURIComponent(seen)];
  const { sources } = ours;
  return sources.length === 0 || tested.some((each) => sources.some((source) => new RegExp(source).test(each)));
}

/** A page's own data, which Next lets by where a pattern leaves out paths with a dot, is the page: it may stay shut. */
const mayBeStricter = (pattern: string, path: string): boolean => pattern.includes('\\.') && path.endsWith('.rsc');

const PATTERNS = [
  '/',
  '/dashboard',
  '/dashboard/settings',
  '/dashboard/:path*',
  '/dashboard/:path+',
  '/dashboard/:path?',
  '/dashboard/:id',
  '/dashboard/:id/edit',
  '/dashboard/:id/edit/:path*',
  '/dashboard(.*)',
  '/dashboard/(.*)',
  '/dashboard/(.+)',
  '/dashboard/:path(.*)',
  '/dashboard/:id(\\d+)',
  '/:path*',
  '/:path+',
  '/:slug',
  '/:locale(en|de)/dashboard/:path*',
  '/:locale(en|de)?/dashboard',
  '/(api|trpc)(.*)',
  '/(dashboard|profile)',
  '/(en|de)/:path*',
  '/(.*)',
  '/(.*)/settings',
  '/api/:path*',
  '/report.csv',
  '/my-page/:path*',
  '/((?!api).*)',
  '/api/((?!auth|public).*)',
  '/dashboard/settings/((?!open$|_).*)',
  '/((?!api|_next/static|_next/image|favicon.ico).*)',
  '/((?!api/|login|register).*)',
  '/((?!_next|.*\\..*).*)',
  '/((?!.+\\.[\\w]+$|_next).*)',
  '/((?!api)(?!login).*)',
  '/((?!api/(?:auth|public)|login$).*)',
  '/((?!$).*)',
];

const PATHS = [
  '/',
  '/index',
  '/dashboard',
  '/dashboard/',
  '/dashboardx',
  '/dashboard-x',
  '/Dashboard',
  '/DASHBOARD/settings',
  '/dashboard/settings',
  '/dashboard/settings/',
  '/dashboard/7',
  '/dashboard/7/edit',
  '/dashboard/7/edit/',
  '/dashboard/7/edit/more/and/more',
  '/dashboard/7/editx',
  '/dashboard/report.csv',
  '/dashboard.png',
  '/dashboard/a%2Fb',
  '/%64ashboard',
  '/dashboard%2Fsettings',
  '/%64ashboard/%73ettings',
  '/a%0Ab',
  '/dashboard.rsc',
  '/dashboard/settings.rsc',
  '/dashboard.segments/_tree.segment.rsc',
  '/dashboard/7.segments/_tree.segment.rsc',
  '/en/dashboard',
  '/de/dashboard/7/',
  '/fr/dashboard',
  '/profile',
  '/profile/settings',
  '/login',
  '/login/reset',
  '/register',
  '/api',
  '/api/',
  '/api/users',
  '/api/auth/session',
  '/api/public/x',
  '/%61pi/users',
  '/apix',
  '/trpc/user.list',
  '/report.csv',
  '/reportXcsv',
  '/my-page',
  '/my-page/x',
  '/favicon.ico',
  '/About',
  '/about',
  '/x/settings',
];

describe('a matcher as a path test', () => {
  test.each(PATTERNS)('%s takes the paths that Next takes', (pattern) => {
    for (const path of PATHS.filter((each) => !mayBeStricter(pattern, each)))
      expect({ path, taken: oursTakes([pattern], path) }).toEqual({ path, taken: nextTakes(pattern, path) });
  });

  test('several patterns take what each of them takes', () => {
    const wrong = PATTERNS.flatMap((first) =>
      PATTERNS.flatMap((second) =>
        PATHS.filter((path) => !mayBeStricter(first + second, path))
          .filter((path) => oursTakes([first, second], path) !== (nextTakes(first, path) || nextTakes(second, path)))
          .map((path) => `${first} and ${second} on ${path}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(PATTERNS)('%s: the new matcher takes all that it takes', (pattern) => {
    const wide = pathTest([pattern])?.isWithinWide ? WIDE_MATCHER : WHOLE_MATCHER;
    expect(PATHS.filter((path) => nextTakes(pattern, path) && !nextTakes(wide, path))).toEqual([]);
  });

  test.each(PATTERNS)('%s takes nothing that begins with what it does not reach', (pattern) => {
    const prefixes = ['/api/auth', '/favicon.ico', '/sign-in', '/login', '/dashboard'];
    const unreached = prefixes.filter((prefix) => !pathTest([pattern])?.reaches(prefix));
    const paths = unreached.flatMap((prefix) => [prefix, `${prefix}/`, `${prefix}/x`, `${prefix}x`]);
    expect(paths.filter((path) => nextTakes(pattern, path))).toEqual([]);
  });

  test('common patterns come out short', () => {
    expect(pathTest(['/admin/:path*'])?.sources).toEqual(['^\\/admin(\\/|\\.segments\\/|$)']);
    expect(pathTest(['/add', '/profile'])?.sources).toEqual(['^\\/(add|profile)(\\/?$|\\.segments\\/)']);
    expect(pathTest(['/((?!api|_next/static).*)'])?.sources).toEqual(['^\\/(?!api|_next\\/static)']);
  });

  test.each([
    'dashboard',
    '/x-:id',
    '/x.:ext',
    '/x{/y}?',
    '/a\\:b',
    '/straße',
    '/a b',
    '/x(foo)?',
    '/([a-z]{2})/x',
    '/((?!a(b)).*)',
    '/((?!api).*)/x',
    '',
  ])('%j is not read', (pattern) => expect(pathTest([pattern])).toBeUndefined());
});
