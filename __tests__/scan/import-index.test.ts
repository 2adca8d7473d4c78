import { describe, expect, it } from 'vitest';
import { ImportIndex, moduleStringsOf } from '../../lib/scan/import-index.js';

/** `@/x` and `x` are files of the root, what begins with a dot is not looked at. */
const FILES: Readonly<Record<string, string>> = {
  '@/lib/auth': 'lib/auth.ts',
  '@auth': 'lib/auth.ts',
  '#auth': 'lib/auth.ts',
  './auth.js': 'lib/auth.ts',
  '@/lib/session.server': 'lib/session.server.ts',
  '..': 'lib/index.ts',
  '@/lib': 'lib/index.ts',
  '@acme/auth/server': 'packages/auth/src/server.ts',
};

const index = new ImportIndex({
  resolve: (specifier) => FILES[specifier],
  importStemsOf: (path) => {
    const [, folder, stem] = /([^/]+)\/([^/]+)\.ts$/.exec(path)!;
    return stem === 'index' ? [folder!, stem] : [stem!, '@acme/auth'];
  },
});
for (const string of Object.keys(FILES)) index.add(`takes ${string}`, [string, 'react']);
index.add('takes none', ['./other/auth', 'auth0']);

describe('who imports a file', () => {
  it.each(['@/lib/auth', '@auth', '#auth', './auth.js'])('is found by %s', (string) => {
    expect(index.importersOf('lib/auth.ts')).toContain(`takes ${string}`);
  });

  it.each([
    ['lib/auth.ts', 4],
    ['lib/session.server.ts', 1],
    ['lib/index.ts', 2],
    ['packages/auth/src/server.ts', 1],
    ['lib/nobody.ts', 0],
  ])('%s: %i files', (path, count) => {
    expect(index.importersOf(path)).toHaveLength(count);
  });
});

describe('module strings', () => {
  it.each([
    ['import a from "x"', ['x']],
    ["export * from 'x'", ['x']],
    ['import("x"); require(`y`)', ['x', 'y']],
    ['import(/* webpackChunkName: "y" */ "x")', ['x']],
    ['vi.mock("x"); jest.requireActual("y"); require.resolve("z")', ['x', 'y', 'z']],
    ['const a = "x"', []],
  ])('%s', (text, strings) => {
    expect(moduleStringsOf(text)).toEqual(strings);
  });
});
