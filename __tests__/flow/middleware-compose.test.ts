import { describe, expect, test } from 'vitest';
import { composed } from '../../lib/flow/middleware-compose.js';

const WHOLE = `'/((?!_next/).*)'`;

describe('a middleware that knows nothing of Auth.js runs inside Clerk’s', () => {
  test('a function, on the paths on which it ran', () => {
    const before = `import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const response = NextResponse.next();
  response.headers.set('x-path', request.nextUrl.pathname);
  return response;
}

export const config = { matcher: '/docs/:path*' };
`;
    expect(composed('middleware.ts', before)).toBe(`import { NextResponse, type NextRequest } from 'next/server';
import { clerkMiddleware } from '@clerk/nextjs/server';

function middleware(request: NextRequest) {
  const response = NextResponse.next();
  response.headers.set('x-path', request.nextUrl.pathname);
  return response;
}

export default clerkMiddleware((auth, request) => {
  const pathname = decodeURIComponent(request.nextUrl.pathname);
  if (!/^\\/docs(\\/|\\.segments\\/|$)/.test(pathname)) return;
  return middleware(request);
});

export const config = { matcher: [${WHOLE}] };
`);
  });

  test('next-intl’s, made where it is exported or in a constant', () => {
    const before = `import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing';

export default createMiddleware(routing);

export const config = { matcher: ['/((?!api|_next|.*\\\\..*).*)'] };
`;
    expect(composed('middleware.ts', before)).toContain(`const handleI18n = createMiddleware(routing);

export default clerkMiddleware((auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\\/(?!api|_next|.*\\..*)/.test(path),
    )
  )
    return;
  return handleI18n(req);
});`);
    const named = before.replace(
      'export default createMiddleware(routing)',
      'const intl = createMiddleware(routing);\n\nexport default intl',
    );
    expect(composed('middleware.ts', named)).toContain(
      'const intl = createMiddleware(routing);\n\nexport default clerkMiddleware((auth, req) => {',
    );
    expect(composed('middleware.ts', named)).toContain('return intl(req);');
  });

  test('not where its form or its matcher is not read', () => {
    const config = `export const config = { matcher: [{ source: '/a', has: [{ type: 'host', value: 'a.example.com' }] }] };\n`;
    expect(composed('middleware.ts', `export default function middleware() {}\n${config}`)).toBeUndefined();
    expect(composed('middleware.ts', `import { chain } from './chain';\nexport default chain([]);\n`)).toBeUndefined();
    expect(composed('middleware.ts', `export { middleware } from './other';\n`)).toBeUndefined();
  });

  test.each([
    ['export default (req) => {\n};', 'const middleware = (req) => {\n};', '(auth, req) => middleware(req)'],
    ['export default function (req) {\n}', 'function middleware(req) {\n}', '(auth, req) => middleware(req)'],
    ['export const proxy = () => {\n};', 'const proxy = () => {\n};', '() => proxy()'],
    [
      'export async function proxy({ url }, e) {\n}',
      'async function proxy({ url }, e) {\n}',
      '(auth, req, event) => proxy(req, event)',
    ],
    [
      'const auth = (req) => {\n};\nexport { auth as proxy };',
      'const auth = (req) => {\n};',
      '(clerkAuth, req) => auth(req)',
    ],
  ])('a function of several lines stands apart: %j', (before, fn, call) => {
    const after = composed('proxy.js', `${before}\n`);
    expect(after).toContain(`\n${fn}\n`);
    expect(after).toContain(`\nexport default clerkMiddleware(${call});\n`);
    expect(after?.match(/export/g)).toHaveLength(1);
  });

  test('not where a name of its own calls the function, and in its place where the constant has a type', () => {
    expect(composed('proxy.js', 'export function proxy(req) {\n  return proxy(req);\n}\n')).toBeUndefined();
    expect(composed('proxy.ts', 'export const proxy: NextMiddleware = (req) => {\n};\n')).toContain(
      'export const proxy: NextMiddleware = clerkMiddleware((auth, req) => {\n});',
    );
  });

  test('once: Clerk’s own is left alone by whoever asks', () => {
    const before = `import { NextResponse } from 'next/server';\n\nexport default (req) => NextResponse.rewrite(new URL('/x', req.url));\n`;
    expect(composed('middleware.js', before)).toBe(`import { NextResponse } from 'next/server';
import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware((auth, req) => NextResponse.rewrite(new URL('/x', req.url)));
`);
  });
});
