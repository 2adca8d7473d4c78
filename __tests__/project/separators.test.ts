import { beforeAll, describe, expect, it, vi } from 'vitest';

/** The modules below as they are on a system of the given separator: what they take from node:path is all that differs. */
async function on(system: 'posix' | 'win32') {
  vi.resetModules();
  vi.doMock('node:path', async () => {
    const { default: path } = await import(`node:path/${system}`);
    return { ...path, default: path };
  });
  const [paths, routes, ignore, runner, authModule] = await Promise.all([
    import('../../lib/project/paths.js'),
    import('../../lib/project/routes.js'),
    import('../../lib/project/ignore.js'),
    import('../../lib/runner/paths.js'),
    import('../../lib/source/auth-module.js'),
  ]);
  vi.doUnmock('node:path');
  return { ...paths, ...routes, ...ignore, ...runner, ...authModule };
}

const SYSTEMS = [
  ['/', 'posix', '/work/app'],
  ['\\', 'win32', 'C:\\work\\app'],
] as const;

describe.each(SYSTEMS)('with %s between folders', (sep, system, root) => {
  const at = (path: string) => [root, ...path.split('/')].join(sep);
  let modules: Awaited<ReturnType<typeof on>>;
  beforeAll(async () => void (modules = await on(system)));
  const above = root.slice(0, root.lastIndexOf(sep));

  it('a path is below a folder, which a longer name is not', () => {
    const { isWithin, ancestors, slashed } = modules;
    expect(isWithin(at('a.ts'), root)).toBe(true);
    expect(isWithin(root, root)).toBe(true);
    expect(isWithin(`${root}2${sep}a.ts`, root)).toBe(false);
    expect(isWithin(at('a.ts'), system === 'win32' ? 'C:\\' : '/')).toBe(true);
    expect(ancestors(at('a/b'), root)).toEqual([at('a/b'), at('a'), root]);
    expect(ancestors(root).at(-1)).toBe(system === 'win32' ? 'C:\\' : '/');
    expect(slashed(root, at('app/(auth)/[id]/page.tsx'))).toBe('app/(auth)/[id]/page.tsx');
    expect(slashed(at('app'), root)).toBe('..');
  });

  it('a path is shown relative to the working directory, with /', () => {
    const { displayPath } = modules;
    const shown = (cwd: string, path: string) => displayPath({ cwd } as Parameters<typeof displayPath>[0], path);
    expect(shown(root, at('app/@slot/[[...x]]/page.tsx'))).toBe('app/@slot/[[...x]]/page.tsx');
    expect(shown(at('app'), at('lib/auth.ts'))).toBe('../lib/auth.ts');
    expect(shown(above, at('a.ts'))).toBe('app/a.ts');
    expect(shown(root, root)).toBe('.');
  });

  it.each([
    ['app/(auth)/login/page.tsx', 'app-page', '/login'],
    ['app/users/[id]/page.tsx', 'app-page', '/users/[id]'],
    ['app/@slot/page.tsx', 'app-page', '/'],
    ['app/docs/[[...x]]/page.tsx', 'app-page', '/docs/[[...x]]'],
    ['app/(auth)/layout.tsx', 'app-layout', undefined],
    ['app/api/notes/[id]/route.ts', 'app-route', '/api/notes/[id]'],
    ['app/_lib/page.tsx', 'module', undefined],
    ['pages/users/[id].tsx', 'pages-page', '/users/[id]'],
    ['pages/api/auth/[...nextauth].ts', 'pages-api', '/api/auth/[...nextauth]'],
    ['pages/_app.tsx', 'pages-app', undefined],
    ['lib/page.tsx', 'module', undefined],
  ])('%s is %s, at %s', (path, kind, address) => {
    const { routeKind, answersAt } = modules;
    const app = { sourceDir: root, middlewarePath: at('middleware.ts') };
    expect(routeKind(app, at(path))).toBe(kind);
    expect(answersAt(app, at(path))).toBe(address);
  });

  it('routers and the middleware are found, and the route of Auth.js', () => {
    const { readLayout, findMiddleware, isAuthRoute } = modules;
    expect(readLayout(root, [at('src/app/(main)/page.tsx'), at('src/pages/[id].tsx')])).toEqual({
      sourceDir: at('src'),
      routers: ['app', 'pages'],
    });
    expect(findMiddleware(root, 15, (path) => path === at('middleware.ts'))).toBe(at('middleware.ts'));
    expect(isAuthRoute(at('app/api/auth/[...nextauth]/route.ts'))).toBe(true);
    expect(isAuthRoute(at('pages/api/auth/[...nextauth].js'))).toBe(true);
    expect(isAuthRoute(at('pages/api/auth/signup.js'))).toBe(false);
  });

  it.each([
    ['app/(auth)', 'app/(auth)/page.tsx', 'app/auth/page.tsx'],
    ['app/(auth)/**', 'app/(auth)/a/page.tsx', 'app/(main)/a/page.tsx'],
    ['app/(ä b)', 'app/(ä b)/page.tsx', 'app/ä b/page.tsx'],
    ['app/users/[id]/**', 'app/users/[id]/page.tsx', 'app/users/i/page.tsx'],
    ['pages/users/[id].tsx', 'pages/users/[id].tsx', 'pages/users/i.tsx'],
    ['pages/[...x].*', 'pages/[...x].tsx', 'pages/x.tsx'],
    ['app/@slot', 'app/@slot/page.tsx', 'app/slot/page.tsx'],
    ['app/docs/[[...x]]/*', 'app/docs/[[...x]]/page.tsx', 'app/docs/x/page.tsx'],
    ['app/@modal/(.)photo/[id]', 'app/@modal/(.)photo/[id]/page.tsx', 'app/@modal/photo/[id]/page.tsx'],
    ['app/(auth)/[a-c].tsx', 'app/(auth)/b.tsx', 'app/(auth)/d.tsx'],
    ['app/(auth|main)', 'app/main/page.tsx', 'app/(main)/page.tsx'],
    ['app/@(a|b)', 'app/a/page.tsx', 'app/c/page.tsx'],
    ['./lib/', 'lib/a/b.ts', 'library/a.ts'],
    ['**/*.test.ts', 'app/(auth)/a.test.ts', 'app/(auth)/a.ts'],
  ])('--ignore %s leaves out %s, and not %s', (glob, out, kept) => {
    const { ignoreTest } = modules;
    for (const written of new Set([glob, glob.replaceAll('/', sep)])) {
      const isIgnored = ignoreTest(root, [written]);
      expect(isIgnored(at(out))).toBe(true);
      expect(isIgnored(at(kept))).toBe(false);
    }
  });
});
