import { basename, join, sep } from 'node:path';
import { isWithin, slashed } from './paths.js';
import type { App, RouteKind } from './types.js';

/** Next's default `pageExtensions`: other files below app/ and pages/ have no address. */
const PAGE = /\.(?:tsx?|jsx?)$/;
const NO_ROUTE = /\.d\.ts$|\.(?:test|spec|stories)\.[jt]sx?$/;

const APP_FILES: Readonly<Record<string, RouteKind>> = {
  page: 'app-page',
  template: 'app-page',
  default: 'app-page',
  layout: 'app-layout',
  route: 'app-route',
};

/** Next 16 renamed middleware to proxy and still takes the old name; before it, proxy.ts is a file like any other. */
const MIDDLEWARE = ['middleware.ts', 'middleware.js', 'middleware.tsx', 'middleware.mjs'];
const PROXY = ['proxy.ts', 'proxy.js', 'proxy.tsx', 'proxy.mjs'];

export interface Layout {
  readonly sourceDir: string;
  readonly routers: App['routers'];
}

/**
 * Where the routes of an app stand, and of which routers.
 * @param sources the source files below the app's folder
 */
export function readLayout(dir: string, sources: readonly string[]): Layout {
  const src = join(dir, 'src');
  const routed = (base: string): App['routers'] => {
    const paths = below(sources, base);
    const routers: ('app' | 'pages')[] = [];
    if (paths.some((path) => isAppRoute(path))) routers.push('app');
    if (paths.some((path) => path.startsWith('pages/'))) routers.push('pages');
    return routers;
  };
  // Next takes the folders beside package.json before those in src, so that src/app and src/pages may be anything beside them.
  const top = routed(dir);
  if (top.length > 0) return { sourceDir: dir, routers: top };
  const inSrc = routed(src);
  if (inSrc.length > 0) return { sourceDir: src, routers: inSrc };
  const hasSrc = sources.some((path) => isWithin(path, src));
  return { sourceDir: hasSrc ? src : dir, routers: [] };
}

/** The paths below a folder, from there and with `/`. */
function below(paths: readonly string[], dir: string): string[] {
  const start = dir.endsWith(sep) ? dir : dir + sep;
  return paths
    .filter((path) => path.startsWith(start))
    .map((path) => (sep === '/' ? path.slice(start.length) : path.slice(start.length).split(sep).join('/')));
}

function isAppRoute(path: string): boolean {
  if (!path.startsWith('app/') || NO_ROUTE.test(path) || !PAGE.test(path)) return false;
  const stem = stemOf(path);
  return stem === 'page' || stem === 'layout' || stem === 'route';
}

/** Whether the routes are Next's beyond doubt; `src/pages` alone may be any React app's. */
export function isSurelyNext(layout: Layout, sources: readonly string[]): boolean {
  return below(sources, layout.sourceDir).some((path) =>
    /^app\/(?:.*\/)?(?:page|layout)\.[jt]sx?$|^pages\/(?:_app\.[jt]sx?$|api\/)/.test(path),
  );
}

/** The middleware that Next runs: beside app/ and pages/. `proxy` only where Next is 16, or of a version that is not known. */
export function findMiddleware(
  sourceDir: string,
  nextMajor: number | undefined,
  has: (path: string) => boolean,
): string | undefined {
  const names = nextMajor !== undefined && nextMajor < 16 ? MIDDLEWARE : [...PROXY, ...MIDDLEWARE];
  return names.map((name) => join(sourceDir, name)).find((path) => has(path));
}

/** What a file is to Next. Private folders (`app/_lib/page.tsx`) and declarations are modules. */
export function routeKind(app: Pick<App, 'sourceDir' | 'middlewarePath'>, path: string): RouteKind {
  if (path === app.middlewarePath) return 'middleware';
  if (!isWithin(path, app.sourceDir) || NO_ROUTE.test(path) || !PAGE.test(path)) return 'module';
  const segments = slashed(app.sourceDir, path).split('/');
  if (segments[0] === 'app') {
    if (segments.slice(1, -1).some((segment) => segment.startsWith('_'))) return 'module';
    const stem = stemOf(path);
    return Object.hasOwn(APP_FILES, stem) ? (APP_FILES[stem] ?? 'module') : 'module';
  }
  if (segments[0] !== 'pages') return 'module';
  if (segments.length > 2 && segments[1] === 'api') return 'pages-api';
  return segments.length === 2 && stemOf(path) === '_app' ? 'pages-app' : 'pages-page';
}

/** The address of a page, as its folders write it; undefined for what is no page. */
export function addressOf(app: Pick<App, 'sourceDir' | 'middlewarePath'>, path: string): string | undefined {
  const kind = routeKind(app, path);
  if (kind === 'app-page' ? stemOf(path) !== 'page' : kind !== 'pages-page') return undefined;
  return `/${segmentsOf(app, path, kind).join('/')}`;
}

/** The address at which a page or a route handler answers, as its folders write it; undefined for what answers nowhere. */
export function answersAt(app: Pick<App, 'sourceDir' | 'middlewarePath'>, path: string): string | undefined {
  const kind = routeKind(app, path);
  if (kind !== 'app-route' && kind !== 'pages-api') return addressOf(app, path);
  return `/${segmentsOf(app, path, kind).join('/')}`;
}

/** The segments of a route's address; groups and slots are none. */
function segmentsOf(app: Pick<App, 'sourceDir'>, path: string, kind: RouteKind): string[] {
  const segments = slashed(app.sourceDir, path).replace(PAGE, '').split('/').slice(1);
  if (kind.startsWith('app-') || segments.at(-1) === 'index') segments.pop();
  return segments.filter((segment) => !/^\((?!\.)[^)]*\)$|^@/.test(segment));
}

function stemOf(path: string): string {
  return basename(path).replace(PAGE, '');
}

/** The addresses of the route handlers of some apps, as patterns of segments. */
export class Handlers {
  private readonly patterns: string[][] = [];

  /** @param sources files of the app */
  add(app: Pick<App, 'sourceDir' | 'middlewarePath'>, sources: readonly string[]): void {
    for (const path of sources) {
      const kind = routeKind(app, path);
      if (kind !== 'app-route' && kind !== 'pages-api') continue;
      this.patterns.push(segmentsOf(app, path, kind));
    }
  }

  /**
   * Whether a handler stands at the address, other than Auth.js's own.
   * A catch-all directly under api/auth is Auth.js's, and one above it never sees what goes to Auth.js.
   */
  has(address: string): boolean {
    const path = address
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter((segment) => segment !== '');
    const isAuth = path[0] === 'api' && path[1] === 'auth';
    return this.patterns.some((pattern) => {
      const catchAll = pattern.findIndex((segment) => segment.includes('[...'));
      return !(isAuth && catchAll !== -1 && catchAll <= 2) && covers(pattern, path);
    });
  }
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [index, segment] of pattern.entries()) {
    if (segment.startsWith('[[...')) return true;
    if (segment.startsWith('[...')) return path.length > index;
    if (path[index] === undefined || (segment !== path[index] && !/^\[.+\]$/.test(segment))) return false;
  }
  return pattern.length === path.length;
}
