import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

const AUTH = `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

/** The app's sessions. */
export const { auth, handlers, signIn } = NextAuth({ providers: [GitHub] });
`;

const CALLER = `import { auth } from '@/auth';
import { audit } from '@/lib/audit';

export async function POST() {
  const session = await auth();
  await audit(session);
  return new Response();
}
`;

const CONFIG = { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }' };

describe('v5’s auth of the app’s own module', () => {
  it('yields the session by its name where a session is handed on, and its callers stay as they are', async () => {
    const { after, sites } = await migrate({ ...CONFIG, 'auth.ts': AUTH, 'app/api/a/route.ts': CALLER });
    expect(after['auth.ts']).toBe(`/** The app's sessions. */
export { getSession as auth } from '@/lib/clerk-session';
`);
    expect(after).not.toHaveProperty(['app/api/a/route.ts']);
    expect(after['lib/clerk-session.ts']).toContain('export async function getSession(): Promise<Session | null>');
    expect(sites('app/api/a/route.ts')).toEqual(['bridged session-bridge @/auth', 'bridged session-bridge auth']);
  });

  it('as a value, by a dynamic import and by its type as well', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth.ts': AUTH,
      'lib/api.ts': `import { auth } from '@/auth';
import { createHelpers } from './helpers';

export const helpers = createHelpers({ auth });
export const asUser = (ask: typeof auth) => ask();
`,
      'lib/late.ts': `import { audit } from './audit';

export async function late() {
  const { auth } = await import('@/auth');
  const session = await auth();
  await audit(session);
}
`,
    });
    expect(Object.keys(after).filter((path) => /api\.ts|late/.test(path))).toEqual([]);
  });

  it('keeps React’s cache() and barrels', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth/instance.ts': AUTH,
      'auth/cached.ts': `import { cache } from 'react';
import { auth as uncached, handlers } from './instance';

/** Once a request. */
export const auth = cache(uncached);
export { handlers };
`,
      'auth/index.ts': `export { auth, handlers } from './cached';\n`,
      'app/api/a/route.ts': CALLER,
    });
    expect(after['auth/cached.ts']).toBe(`import { cache } from 'react';
import { getSession } from '@/lib/clerk-session';

/** Once a request. */
export const auth = cache(getSession);
`);
    expect(after['auth/index.ts']).toBe(`export { auth } from './cached';\n`);
    expect(after['auth/instance.ts']).toBe(null);
    expect(after).not.toHaveProperty(['app/api/a/route.ts']);
  });

  it('runs the app’s own callbacks behind its name', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth.ts': AUTH.replace(
        '{ providers: [GitHub] }',
        `{
  session: { strategy: 'jwt' },
  providers: [GitHub],
  callbacks: {
    async session({ session, token }) {
      session.user.role = await roleOf(token.sub);
      return session;
    },
  },
}`,
      ).replace('\n/**', `import { roleOf } from './lib/roles';\n\n/**`),
      'app/api/a/route.ts': CALLER,
    });
    expect(after['auth.ts']).toContain(`export const sessionCallbacks = {`);
    expect(after['auth.ts']).toContain(
      `} satisfies SessionCallbacks;\n\n/** The app's sessions. */\nexport { getSession as auth }`,
    );
    expect(after).not.toHaveProperty(['app/api/a/route.ts']);
  });

  it('goes where only code of tests still names Auth.js’s function', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth.ts': AUTH,
      'app/api/a/route.ts': CALLER,
      'testing/core.ts': `import { MockedFunction } from 'jest-mock';\nimport { getServerSession } from 'next-auth';\n\nexport const mocked = getServerSession as unknown as MockedFunction<typeof getServerSession>;\n`,
    });
    expect(after['auth.ts']).toContain('export { getSession as auth }');
    expect(after['testing/core.ts']).toContain('TODO(authjs-clerk): session-call-as-value');
  });

  it('stays Auth.js’s where code still needs that: callers ask the generated module', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth.ts': AUTH,
      'app/api/a/route.ts': CALLER,
      'app/api/b/route.ts': `import { getServerSession } from 'next-auth';\n\nexport const GET = async () => Response.json(await run(getServerSession));\n`,
    });
    expect(after['auth.ts'] ?? AUTH).toContain('NextAuth({');
    expect(after['app/api/a/route.ts']).toBe(`import { getSession } from '@/lib/clerk-session';
import { audit } from '@/lib/audit';

export async function POST() {
  const session = await getSession();
  await audit(session);
  return new Response();
}
`);
  });

  it('gives way to Clerk’s calls where all that is done with a session is understood', async () => {
    const { after } = await migrate({
      ...CONFIG,
      'auth.ts': AUTH,
      'app/api/a/route.ts': `import { auth } from '@/auth';

export async function GET() {
  const session = await auth();
  return Response.json({ signedIn: !!session });
}
`,
    });
    expect(after['auth.ts']).toBe(null);
    expect(after['app/api/a/route.ts']).toContain(`import { auth } from '@clerk/nextjs/server';`);
  });
});
