import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { middlewareFile, type Asking } from '../../lib/steps/middleware-file.js';

const require = createRequire(import.meta.url);
const { getMiddlewareMatchers } = require('next/dist/build/analysis/get-page-static-info.js') as {
  getMiddlewareMatchers(matcher: readonly string[], config: object): { regexp: string }[];
};

/** Whether Next runs the middleware that is written at a path. */
function runsAt(path: string, asking: Asking): boolean {
  const [, list = ''] = /matcher: (\[[\s\S]*\]),\n/.exec(middlewareFile(asking)) ?? [];
  const matchers = JSON.parse(list.replace(/,\s*\]$/, ']')) as string[];
  return getMiddlewareMatchers(matchers, {}).some(({ regexp }) => new RegExp(regexp).test(path));
}

const PAGES = ['/', '/about', '/api/export.csv', '/trpc/user.byId', '/__clerk/v1/client', '/blog/a'];

test('Clerk runs at pages and APIs of every app, and at nothing of Next’s own', () => {
  for (const asking of [
    { fileLike: [], everywhere: false },
    { fileLike: ['/blog', '/export.csv'], everywhere: false },
    { fileLike: [''], everywhere: false },
    { fileLike: [], everywhere: true },
  ]) {
    for (const path of PAGES) expect([path, runsAt(path, asking)]).toEqual([path, true]);
    expect(runsAt('/_next/static/chunks/main.js', asking)).toBe(false);
  }
});

test('a file’s path is left out unless it may lead to a page', () => {
  const none = { fileLike: [], everywhere: false };
  expect(runsAt('/logo.png', none)).toBe(false);
  expect(runsAt('/blog/a.png', none)).toBe(false);
  const some = { fileLike: ['/blog', '/export.csv'], everywhere: false };
  expect(runsAt('/blog/a.png', some)).toBe(true);
  expect(runsAt('/export.csv', some)).toBe(true);
  expect(runsAt('/logo.png', some)).toBe(false);
  expect(runsAt('/logo.png', { fileLike: [''], everywhere: false })).toBe(true);
  expect(runsAt('/missing.png', { fileLike: [], everywhere: true })).toBe(true);
});
