import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const VISITOR = `import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

export const isVisitor = async (req: NextRequest) => !(await getToken({ req }));
`;
const ROUTE = `import { isVisitor } from '../../../lib';\n\nexport const GET = async (req) => Response.json(await isVisitor(req));\n`;
const FILES = {
  'lib/visitor.ts': VISITOR,
  'lib/index.ts': `export { isVisitor } from './visitor';\n`,
  'app/api/a/route.ts': ROUTE,
};

describe('a request of Next’s own type', () => {
  it('is asked where no middleware loads the file', async () => {
    const { after } = await migrate(FILES);
    expect(after['lib/visitor.ts']).toContain('!getAuth(req).isAuthenticated');
  });

  it('is left to a person where one may, through whatever imports', async () => {
    const { sites } = await migrate({
      ...FILES,
      'middleware.ts': `import { isVisitor } from './lib';\n\nexport default async function middleware(req) {\n  if (await isVisitor(req)) return Response.redirect(new URL('/', req.url));\n}\n`,
    });
    expect(sites('lib/visitor.ts')).toContain('manual get-token getToken');
  });
});

describe('a handler that auth() wraps in a module', () => {
  const HANDLER = `import { auth } from '../auth';\n\nexport const handler = auth((req) => new Response(null, { status: req.auth ? 200 : 401 }));\n`;
  const AUTH = `import NextAuth from 'next-auth';\n\nexport const { auth, handlers } = NextAuth({ providers: [] });\n`;

  it('is unwrapped for routes', async () => {
    const { after } = await migrate({
      'auth.ts': AUTH,
      'lib/handler.ts': HANDLER,
      'app/api/a/route.ts': `export { handler as GET } from '../../../lib/handler';\n`,
    });
    expect(after['lib/handler.ts']).toContain('async () => {');
  });

  it('is left to a person where the middleware may be it', async () => {
    const { sites } = await migrate({
      'auth.ts': AUTH,
      'lib/handler.ts': HANDLER,
      'middleware.ts': `export { handler as middleware } from './lib/handler';\n`,
    });
    expect(sites('lib/handler.ts')).toContain('manual auth-wrapper auth');
  });
});
