import { expect, it } from 'vitest';
import { staticRoutesIn } from '../../e2e/next.js';

it('finds the static routes in the tables of Next 15 and 16', () => {
  const fifteen = `
Route (app)                                 Size  First Load JS
┌ ƒ /                                    1.2 kB         103 kB
├ ○ /_not-found                            1 kB         103 kB
├ ● /posts/[id]                            1 kB         103 kB
├   └ /posts/1
└ ○ /about                                 1 kB         103 kB
+ First Load JS shared by all             102 kB

ƒ Middleware                               34 kB
○  (Static)   prerendered as static content
`;
  const sixteen = `
Route (app)
┌ ○ /
├ ƒ /api/me
└ ○ /pricing


ƒ Proxy (Middleware)
`;
  expect(staticRoutesIn(fifteen)).toEqual(['/_not-found', '/about', '/posts/[id]']);
  expect(staticRoutesIn(sixteen)).toEqual(['/', '/pricing']);
});
