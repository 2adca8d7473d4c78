import { createRequire } from 'node:module';
import type { Exports } from './bundle.js';
import type { Asked } from './requests.js';

const require = createRequire(import.meta.url);
// Next's edge runtime has it as a global, and the adapter is loaded with it or without.
Object.assign(globalThis, { AsyncLocalStorage: (require('node:async_hooks') as object)['AsyncLocalStorage' as never] });

type Handler = (request: Request, event: object) => unknown;

/** A middleware file as Next takes it. */
export interface Loaded {
  readonly run: Handler;
  readonly config: { readonly matcher?: Matcher };
}

export type Matcher = string | readonly (string | { readonly source: string })[];

export function load({ proxy, middleware, default: fallback, config }: Exports): Loaded {
  return { run: (proxy ?? middleware ?? fallback) as Handler, config: (config ?? {}) as Loaded['config'] };
}

interface NextRequestLike {
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly url: string;
  readonly nextConfig: object;
  readonly page: object;
  readonly signal: AbortSignal;
  waitUntil(): void;
}

/** What Next runs a middleware with, in `next start` and where it is deployed. */
const { adapter } = require('next/dist/server/web/adapter.js') as {
  adapter(params: { handler: Handler; page: string; request: NextRequestLike }): Promise<{ response: Response }>;
};
const { getMiddlewareMatchers } = require('next/dist/build/analysis/get-page-static-info.js') as {
  getMiddlewareMatchers(matcher: Matcher, config: object): { regexp: string }[];
};
const { getMiddlewareRouteMatcher } = require('next/dist/shared/lib/router/utils/middleware-route-matcher.js') as {
  getMiddlewareRouteMatcher(matchers: { regexp: string }[]): (path: string, request: object, query: object) => boolean;
};

const ORIGIN = 'http://localhost:3000';

/** Whether Next runs the middleware at all: on the path as it is or decoded. */
function isTaken({ config }: Loaded, path: string, headers: object): boolean {
  if (config.matcher === undefined) return true;
  const match = getMiddlewareRouteMatcher(getMiddlewareMatchers(config.matcher, {}));
  const { pathname, searchParams } = new URL(path, ORIGIN);
  const query = Object.fromEntries(searchParams);
  return [pathname, decodeURIComponent(pathname)].some((each) => match(each, { headers }, query));
}

/** What a visitor gets, without what tells the two libraries apart. */
export async function answer(
  loaded: Loaded,
  { path, method = 'GET', headers: own = {} }: Asked,
  cookie: string,
): Promise<string> {
  // As the server adds them; Auth.js takes https for granted without the last.
  const given = { host: 'localhost:3000', 'x-forwarded-host': 'localhost:3000', 'x-forwarded-proto': 'http' };
  const headers = { ...given, ...own, ...(cookie && { cookie }) };
  if (!isTaken(loaded, path, headers)) return 'passes';
  const { signal } = new AbortController();
  const request = { headers, method, url: ORIGIN + path, nextConfig: {}, page: {}, signal, waitUntil() {} };
  try {
    const { response } = await adapter({ handler: loaded.run, page: '/middleware', request });
    return await described(response, new URL(path, ORIGIN).href, Object.keys(headers));
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** Headers of either library's own, and those by which Next hands on what is described apart. */
const THEIRS = /^(?:x-clerk-|x-middleware-(?:next$|rewrite$|override|set-cookie)|x-nextjs-re|location$|content-type$)/;
/** Auth.js's sessions live on at each visit. */
const THEIR_COOKIE = /^(?:__Secure-|__Host-)?(?:next-auth|authjs)\./;

async function described(response: Response, url: string, own: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const { headers } = response;
  // Data of the Pages Router is redirected by a header of its own.
  const target = headers.get('location') ?? headers.get('x-nextjs-redirect');
  const rewrite = headers.get('x-middleware-rewrite');
  if (target !== null) parts.push(`${response.status} ${signInOr(new URL(target, url))}`);
  else if (rewrite !== null && rewrite !== url) parts.push(`rewrites to ${rewrite.replace(ORIGIN, '')}`);
  else if (rewrite !== null || headers.has('x-middleware-next')) parts.push('passes');
  else parts.push(`${response.status} ${await response.text()}`);
  for (const [name, value] of headers) {
    const [, handedOn] = /^x-middleware-request-(.*)$/.exec(name) ?? [];
    // Clerk hands the request's own headers on, which changes nothing.
    const isOwn = handedOn !== undefined && !own.includes(handedOn) && !/^(?:x-clerk-|cookie$)/.test(handedOn);
    const isTheirs = THEIRS.test(name) || (name === 'set-cookie' && THEIR_COOKIE.test(value));
    if (handedOn === undefined ? !isTheirs : isOwn) parts.push(`${name}: ${value}`);
  }
  return parts.join(', ');
}

/** Both libraries' sign-in pages, with the way back; other targets as they are. */
function signInOr(target: URL): string {
  const back = target.searchParams.get('callbackUrl') ?? target.searchParams.get('redirect_url');
  if (back === null || !/signin|sign-in|login\/?$/.test(target.pathname)) return target.href.replace(ORIGIN, '');
  return `to sign in, and back to ${new URL(back, ORIGIN).href.replace(ORIGIN, '')}`;
}
