import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { slashed } from '../../lib/project/paths.js';
import { manifest, tree } from './tree.js';

type Files = Record<string, string | object>;

async function open(files: Files, path = '.') {
  const cwd = tree(files);
  const project = await readProject(path, { cwd });
  const resolve = (specifier: string, from: string): string | undefined => {
    const found = project.resolve(specifier, join(cwd, from));
    return found === undefined ? undefined : slashed(cwd, found);
  };
  const write = (target: string, from: string): string => project.specifierFor(join(cwd, target), join(cwd, from));
  return { cwd, resolve, write };
}

const app: Files = {
  'package.json': manifest({}, { imports: { '#db': './src/db/index.ts' } }),
  'tsconfig.json':
    '{ // aliases\n "compilerOptions": { "paths": { "@/*": ["./src/*"], "~/lib/*": ["./src/lib/*"], }, }, }',
  'src/app/(auth)/[id]/page.tsx': '',
  'src/auth.ts': '',
  'src/lib/session.ts': '',
  'src/db/index.ts': '',
  'src/legacy.js': '',
  'src/legacy.d.ts': '',
  'node_modules/next-auth/package.json': { name: 'next-auth', main: 'index.js' },
  'node_modules/next-auth/index.js': '',
};

describe('imports in an app', () => {
  const from = 'src/app/(auth)/[id]/page.tsx';
  it.each([
    ['@/auth', 'src/auth.ts'],
    ['@/auth.js', 'src/auth.ts'],
    ['@/db', 'src/db/index.ts'],
    ['../../../auth', 'src/auth.ts'],
    ['../../../db', 'src/db/index.ts'],
    ['~/lib/session', 'src/lib/session.ts'],
    ['#db', 'src/db/index.ts'],
    ['@/legacy', 'src/legacy.js'],
    ['next-auth', undefined],
    ['next-auth/react', undefined],
    ['node:fs', undefined],
    ['fs', undefined],
    ['@/nope', undefined],
    ['', undefined],
  ])('%s → %s', async (specifier, file) => {
    expect((await open(app)).resolve(specifier, from)).toBe(file);
  });

  it('are written by the shortest alias', async () => {
    const { write } = await open(app);
    expect(write('src/auth.ts', from)).toBe('@/auth');
    expect(write('src/lib/new.ts', from)).toBe('@/lib/new');
    expect(write('src/db/index.ts', from)).toBe('@/db');
    expect(write('middleware.ts', 'src/auth.ts')).toBe('../middleware');
  });

  it('are written relatively where no alias fits, or it leads elsewhere', async () => {
    const { write } = await open({
      'package.json': manifest(),
      'app/page.tsx': '',
      'lib/a/index.tsx': '',
      'b.mts': '',
    });
    expect(write('lib/a/index.tsx', 'app/page.tsx')).toBe('../lib/a');
    expect(write('app/auth.ts', 'app/page.tsx')).toBe('./auth');
    expect(write('b.mts', 'app/page.tsx')).toBe('../b.mjs');
    const shadowed = await open({
      'package.json': manifest(),
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*', './*'] } } },
      'src/app/page.tsx': '',
      'src/auth.ts': '',
      'auth.ts': '',
    });
    expect(shadowed.write('auth.ts', 'src/app/page.tsx')).toBe('../../auth');
  });
});

describe('configs', () => {
  const base: Files = { 'package.json': manifest(), 'app/page.tsx': '', 'lib/auth.ts': '' };

  it.each<[string, Files, string]>([
    ['jsconfig.json', { 'jsconfig.json': { compilerOptions: { paths: { '~/*': ['./*'] } } } }, '~/lib/auth'],
    ['baseUrl', { 'tsconfig.json': { compilerOptions: { baseUrl: '.' } } }, 'lib/auth'],
    [
      'extends, relative to the file that has the paths',
      {
        'tsconfig.json': { extends: './config/base' },
        'config/base.json': { compilerOptions: { paths: { '@/*': ['../*'] } } },
      },
      '@/lib/auth',
    ],
    [
      'extends a package that is not installed',
      { 'tsconfig.json': { extends: ['@acme/none/x.json'], compilerOptions: { paths: { '@/*': ['./*'] } } } },
      '@/lib/auth',
    ],
    [
      'references',
      {
        'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
        'tsconfig.app.json': { compilerOptions: { baseUrl: '${configDir}', paths: { '@/*': ['*'] } } },
      },
      '@/lib/auth',
    ],
  ])('%s', async (_, files, specifier) => {
    expect((await open({ ...base, ...files })).resolve(specifier, 'app/page.tsx')).toBe('lib/auth.ts');
  });

  it.each(['{ "compilerOptions": {{{', '', '[]', '{"extends":"./tsconfig.json"}', '{"compilerOptions":{"paths":[1]}}'])(
    'that are broken (%s) give no aliases',
    async (text) => {
      const { resolve, write } = await open({ ...base, 'tsconfig.json': text });
      expect(resolve('@/lib/auth', 'app/page.tsx')).toBeUndefined();
      expect(resolve('../lib/auth', 'app/page.tsx')).toBe('lib/auth.ts');
      expect(write('lib/auth.ts', 'app/page.tsx')).toBe('../lib/auth');
    },
  );
});

describe('imports of workspace packages', () => {
  const files: Files = {
    'package.json': { workspaces: ['apps/*', 'packages/*'] },
    'apps/web/package.json': manifest(),
    'apps/web/app/page.tsx': '',
    'packages/auth/package.json': {
      name: '@acme/auth',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './server': './src/server.ts',
        './ui/*': { import: './dist/esm/ui/*.js' },
      },
    },
    'packages/auth/src/index.ts': '',
    'packages/auth/src/server.ts': '',
    'packages/auth/src/ui/button.tsx': '',
    'packages/db/package.json': { name: 'db', main: './build/main.js' },
    'packages/db/main.ts': '',
    'packages/db/client/index.ts': '',
    'packages/plain/package.json': { name: 'plain' },
    'packages/plain/index.tsx': '',
    'packages/tsconfig/package.json': { name: '@acme/tsconfig' },
    'packages/tsconfig/base.json': { compilerOptions: { paths: { '@/*': ['${configDir}/*'] } } },
    'apps/web/tsconfig.json': { extends: '@acme/tsconfig/base.json' },
    'apps/web/lib/a.ts': '',
  };
  const expected: [string, string | undefined][] = [
    ['@acme/auth', 'packages/auth/src/index.ts'],
    ['@acme/auth/server', 'packages/auth/src/server.ts'],
    ['@acme/auth/ui/button', 'packages/auth/src/ui/button.tsx'],
    ['@acme/auth/none', undefined],
    ['@acme/none', undefined],
    ['db', 'packages/db/main.ts'],
    ['db/client', 'packages/db/client/index.ts'],
    ['plain', 'packages/plain/index.tsx'],
    ['@/lib/a', 'apps/web/lib/a.ts'],
  ];

  it('lead to the source though nothing is installed', async () => {
    const { resolve } = await open(files, 'apps/web');
    expect(expected.map(([specifier]) => [specifier, resolve(specifier, 'apps/web/app/page.tsx')])).toEqual(expected);
  });

  it('lead to the source where they are installed and built', async () => {
    const { cwd, resolve } = await open({ ...files, 'packages/auth/dist/index.js': '' }, 'apps/web');
    mkdirSync(join(cwd, 'node_modules/@acme'), { recursive: true });
    symlinkSync(join(cwd, 'packages/auth'), join(cwd, 'node_modules/@acme/auth'));
    symlinkSync(join(cwd, 'packages/db'), join(cwd, 'node_modules/db'));
    expect(expected.map(([specifier]) => [specifier, resolve(specifier, 'apps/web/app/page.tsx')])).toEqual(expected);
  });
});
