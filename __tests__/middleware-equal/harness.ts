import { createRequire } from 'node:module';
import ts from 'typescript';
import type { Asked } from './requests.js';

const require = createRequire(import.meta.url);

type Middleware = (request: Request, event: object) => Promise<Response | null | undefined>;

/** A middleware file as Next runs it. */
export interface Loaded {
  readonly run: Middleware;
  readonly config: { readonly matcher?: string | readonly string[] };
}

/** What a file's text exports; imports come from `modules` first, else from the packages that are installed. */
export function evaluate(text: string, modules: Readonly<Record<string, object>> = {}): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const module = { exports: {} as Record<string, unknown> };
  const requireOf = (name: string): unknown => modules[name] ?? require(name);
  // eslint-disable-next-line no-new-func -- the text is a fixture of this repository
  new Function('require', 'module', 'exports', outputText)(requireOf, module, module.exports);
  return module.exports;
}

export function load(text: string, modules: Readonly<Record<string, object>> = {}): Loaded {
  const { middleware, proxy, default: fallback, config } = evaluate(text, modules);
  return { run: (middleware ?? proxy ?? fallback) as Middleware, config: (config ?? {}) as Loaded['config'] };
}

const { NextRequest } = require('next/server') as { NextRequest: new (url: string, init: object) => Request };
const { getMiddlewareMatchers } = require('next/dist/build/analysis/get-page-static-info.js') as {
  getMiddlewareMatchers(matcher: string | readonly string[], config: object): { regexp: string }[];
};
const { getMiddlewareRouteMatcher } = require('next/dist/shared/lib/router/utils/middleware-route-matcher.js') as {
  getMiddlewareRouteMatcher(matchers: { regexp: string }[]): (path: string, request: object, query: object) => boolean;
};

const ORIGIN = 'http://localhost:3000';

/** Whether Next runs the middleware at all: on the path as it is or decoded. */
function isTaken({ config }: Loaded, path: string): boolean {
  if (config.matcher === undefined) return true;
  const match = getMiddlewareRouteMatcher(getMiddlewareMatchers(config.matcher, {}));
  const { pathname } = new URL(path, ORIGIN);
  return [pathname, decodeURIComponent(pathname)].some((each) => match(each, {}, {}));
}

/** What a visitor gets, without what tells the two libraries apart. */
export async function answer(
  loaded: Loaded,
  { path, method = 'GET', headers }: Asked,
  cookie: string,
): Promise<string> {
  if (!isTaken(loaded, path)) return 'passes';
  const request = new NextRequest(ORIGIN + path, { method, headers: { ...headers, ...(cookie && { cookie }) } });
  const url = request.url;
  let response: Response | null | undefined;
  try {
    response = await loaded.run(request, { waitUntil() {} });
  } catch (error) {
    return `throws ${String(error)}`;
  }
  return response ? described(response, url, Object.keys(headers ?? {})) : 'passes';
}

/** Headers of either library's own. */
const THEIRS = /^(?:x-clerk-|x-middleware-(?:next$|rewrite$|override|set-cookie)|location$|content-type$)/;

async function described(response: Response, url: string, own: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const target = response.headers.get('location');
  const rewrite = response.headers.get('x-middleware-rewrite');
  if (target !== null) parts.push(`${response.status} ${signInOr(new URL(target, url))}`);
  else if (rewrite !== null && rewrite !== url) parts.push(`rewrites to ${rewrite.replace(ORIGIN, '')}`);
  else if (rewrite !== null || response.headers.has('x-middleware-next')) parts.push('passes');
  else parts.push(`${response.status} ${await response.text()}`);
  for (const [name, value] of response.headers) {
    const [, handedOn] = /^x-middleware-request-(.*)$/.exec(name) ?? [];
    // Clerk hands the request's own headers on, which changes nothing.
    const isOwn = handedOn !== undefined && !own.includes(handedOn) && !/^(?:x-clerk-|cookie$)/.test(handedOn);
    if (handedOn === undefined ? !THEIRS.test(name) : isOwn) parts.push(`${name}: ${value}`);
  }
  return parts.join(', ');
}

/** Both libraries' sign-in pages, with the way back; other targets as they are. */
function signInOr(target: URL): string {
  const back = target.searchParams.get('callbackUrl') ?? target.searchParams.get('redirect_url');
  if (back === null || !/signin|sign-in|login\/?$/.test(target.pathname)) return target.href.replace(ORIGIN, '');
  return `to sign in, and back to ${new URL(back, ORIGIN).href.replace(ORIGIN, '')}`;
}
