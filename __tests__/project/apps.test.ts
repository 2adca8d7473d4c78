import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import type { App } from '../../lib/project/index.js';
import { manifest, tree } from './tree.js';

async function onlyApp(files: Record<string, string | object>, path = '.'): Promise<App & { cwd: string }> {
  const cwd = tree(files);
  const { apps } = await readProject(path, { cwd });
  expect(apps).toHaveLength(1);
  return { ...apps[0]!, cwd };
}

describe('versions', () => {
  it.each([
    ['^4.24.5', '4.24.5', 'v4'],
    ['5.0.0-beta.25', '5.0.0-beta.25', 'v5'],
    ['~3.29.0', '3.29.0', 'v3'],
    ['beta', undefined, 'v5'],
    ['npm:next-auth@beta', undefined, 'v5'],
    ['npm:next-auth@^4.20.0', '4.20.0', 'v4'],
    ['latest', undefined, undefined],
    ['*', undefined, undefined],
    ['github:nextauthjs/next-auth', undefined, undefined],
  ])('next-auth %s is %s, %s', async (range, version, style) => {
    const app = await onlyApp({ 'package.json': manifest({ 'next-auth': range }), 'app/page.tsx': '' });
    expect(app.authjs).toMatchObject({ range, version });
    expect(app.authjsStyle).toBe(style);
  });

  it('come from what is installed where the range says nothing', async () => {
    const app = await onlyApp({
      'package.json': manifest({ 'next-auth': 'latest' }),
      'app/page.tsx': '',
      'node_modules/next-auth/package.json': { version: '4.24.7' },
    });
    expect([app.authjs?.version, app.authjsStyle]).toEqual(['4.24.7', 'v4']);
  });

  it('come from pnpm’s catalogs', async () => {
    const app = await onlyApp({
      'pnpm-workspace.yaml':
        'packages: [apps/*]\ncatalog:\n  next: 16.0.1\ncatalogs:\n  auth:\n    next-auth: 5.0.0-beta.31\n',
      'apps/web/package.json': manifest({ next: 'catalog:', 'next-auth': 'catalog:auth', react: 'catalog:none' }),
      'apps/web/app/page.tsx': '',
    });
    expect(app.next).toEqual({ range: '16.0.1', version: '16.0.1', major: 16 });
    expect(app.authjs?.range).toBe('5.0.0-beta.31');
    expect(app.authjsStyle).toBe('v5');
    expect(app.react).toEqual({ range: 'catalog:none', version: undefined, major: undefined });
  });

  it('come from bun’s catalog', async () => {
    const app = await onlyApp({
      'package.json': { workspaces: { packages: ['web'], catalog: { next: '^15.2.0' } } },
      'web/package.json': manifest({ next: 'catalog:' }),
      'web/app/page.tsx': '',
    });
    expect(app.next.version).toBe('15.2.0');
  });
});

describe('what is declared in other packages', () => {
  it('is found through the packages between', async () => {
    const app = await onlyApp({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'apps/web/package.json': manifest({ '@acme/api': '*' }),
      'apps/web/app/page.tsx': '',
      'packages/api/package.json': { name: '@acme/api', dependencies: { '@acme/auth': 'workspace:*' } },
      'packages/auth/package.json': {
        name: '@acme/auth',
        dependencies: { 'next-auth': '^5.0.0-beta.3', '@auth/drizzle-adapter': '1', '@libsql/client': '1' },
        devDependencies: { 'drizzle-orm': '1' },
      },
      'packages/other/package.json': { name: '@acme/other', dependencies: { mongoose: '1' } },
    });
    expect(app).toMatchObject({ authjsStyle: 'v5', adapter: '@auth/drizzle-adapter', database: 'drizzle-orm' });
  });

  it('is the adapter for the database, of several; an adapter alone is a database', async () => {
    const both = { '@auth/kysely-adapter': '1', '@next-auth/prisma-adapter': '1', '@prisma/client': '5', kysely: '1' };
    const app = await onlyApp({ 'package.json': manifest(both), 'app/page.tsx': '' });
    expect(app).toMatchObject({ adapter: '@next-auth/prisma-adapter', database: '@prisma/client' });
    const alone = await onlyApp({ 'package.json': manifest({ '@auth/xata-adapter': '1' }), 'app/page.tsx': '' });
    expect(alone.database).toBe('@auth/xata-adapter');
  });
});

describe('where things stand', () => {
  it.each([
    [['src/app/page.tsx', 'src/middleware.ts', 'middleware.ts'], 'src', ['app'], 'src/middleware.ts'],
    [['app/page.tsx', 'src/pages/ui.tsx', 'middleware.js', 'src/middleware.ts'], '.', ['app'], 'middleware.js'],
    [['app/layout.tsx', 'pages/api/a.ts', 'proxy.ts'], '.', ['app', 'pages'], undefined],
    [['src/lib/a.ts'], 'src', [], undefined],
    [['app/helpers.ts', 'lib/a.ts'], '.', [], undefined],
  ] as const)('%j', async (paths, sourceDir, routers, middleware) => {
    const app = await onlyApp({
      'package.json': manifest(),
      ...Object.fromEntries(paths.map((path) => [path, ''])),
    });
    expect(app.sourceDir).toBe(join(app.cwd, sourceDir));
    expect(app.routers).toEqual(routers);
    expect(app.middlewarePath).toBe(middleware === undefined ? undefined : join(app.cwd, middleware));
  });

  it('proxy.ts is the middleware in Next 16', async () => {
    const app = await onlyApp({ 'package.json': manifest({ next: '^16.0.0' }), 'app/page.tsx': '', 'proxy.ts': '' });
    expect(app.middlewarePath).toBe(join(app.cwd, 'proxy.ts'));
  });

  it.each([
    [{ 'app/page.tsx': '', 'tsconfig.json': '{}' }, 'ts'],
    [{ 'app/page.jsx': '', 'jsconfig.json': '{}' }, 'js'],
    [{ 'app/page.jsx': '', 'app/layout.js': '', 'tool.ts': '', 'types.d.ts': '' }, 'js'],
    [{ 'app/page.js': '', 'tsconfig.json': '{}', 'next-env.d.ts': '' }, 'js'],
  ] as const)('%j is %s', async (files, language) => {
    expect((await onlyApp({ 'package.json': manifest(), ...files })).language).toBe(language);
  });

  it.each([
    [{ packageManager: 'yarn@4.1.0' }, ['pnpm-lock.yaml'], 'yarn'],
    [{}, ['bun.lockb'], 'bun'],
    [{}, ['package-lock.json'], 'npm'],
    [{}, [], undefined],
  ] as const)('package manager: %j, %j → %s', async (fields, locks, manager) => {
    const files = { 'package.json': manifest({}, fields), 'app/page.tsx': '' };
    const cwd = tree({ ...files, ...Object.fromEntries(locks.map((name) => [name, ''])) });
    expect((await readProject('.', { cwd })).packageManager).toBe(manager);
  });
});

describe('routes', () => {
  const kinds = {
    'app/page.tsx': 'app-page',
    'app/(auth)/[id]/@slot/default.tsx': 'app-page',
    'app/a/template.tsx': 'app-page',
    'app/layout.tsx': 'app-layout',
    'app/(x)/api/auth/register/route.ts': 'app-route',
    'app/api/auth/[...nextauth]/route.ts': 'app-route',
    'app/api/users/[id]/route.ts': 'app-route',
    'app/api/files/[...path]/route.ts': 'app-route',
    'app/a/page.test.tsx': 'module',
    'app/_private/page.tsx': 'module',
    'app/a/toString.tsx': 'module',
    'app/a/error.tsx': 'module',
    'pages/_app.tsx': 'pages-app',
    'pages/index.tsx': 'pages-page',
    'pages/api/auth/signup.ts': 'pages-api',
    'pages/api/team/index.ts': 'pages-api',
    'lib/page.tsx': 'module',
    'middleware.ts': 'middleware',
    'lib/middleware.ts': 'module',
  };

  it('are what Next takes them for', async () => {
    const cwd = tree({
      'package.json': manifest(),
      ...Object.fromEntries(Object.keys(kinds).map((path) => [path, ''])),
    });
    const project = await readProject('.', { cwd });
    const found = Object.keys(kinds).map((path) => [path, project.routeKindOf(join(cwd, path))]);
    expect(Object.fromEntries(found)).toEqual(kinds);
    expect(
      [
        '/api/auth/register',
        '/api/auth/register/?a=1',
        '/api/auth/signup',
        '/api/users/7',
        '/api/files/a/b',
        '/api/team',
      ].filter((address) => !project.hasOwnRoute(address)),
    ).toEqual([]);
    expect(
      ['/api/auth/signin', '/api/auth', '/api/users', '/api/users/7/a', '/api/files', '/', '/a'].filter((address) =>
        project.hasOwnRoute(address),
      ),
    ).toEqual([]);
  });
});
