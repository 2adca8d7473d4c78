import { expect, it } from 'vitest';
import { migrate } from './migrate.js';

const manifest = (name: string, dependencies: Record<string, string>, more: object = {}) =>
  JSON.stringify({ name, ...more, dependencies }, null, 2);

const AUTH = { '@acme/auth': 'workspace:*' };

/** A workspace whose auth package has the set-up, and two packages besides the app that ask it for sessions. */
const WORKSPACE = {
  'package.json': JSON.stringify({ name: 'root', private: true, workspaces: ['apps/*', 'packages/*'] }),
  'apps/web/package.json': manifest('web', {
    next: '^15.0.0',
    react: '^19.0.0',
    'next-auth': '5.0.0-beta.32',
    '@acme/api': 'workspace:*',
    ...AUTH,
  }),
  'apps/web/tsconfig.json': '{}',
  'apps/web/app/layout.tsx': `import { ClerkProvider } from '@clerk/nextjs';

export default ({ children }) => <html><body><ClerkProvider>{children}</ClerkProvider></body></html>;
`,
  'apps/web/app/page.tsx': `import { auth } from '@acme/auth';
import { Shown } from './shown';

export default async function Page() {
  const session = await auth();
  return <Shown session={session} />;
}
`,
  'apps/web/app/shown.tsx': `import type { Session } from '@acme/auth';

export const Shown = ({ session }: { session: Session | null }) => <p>{session?.user.role}</p>;
`,
  'apps/web/app/api/auth/[...nextauth]/route.ts': `export { GET, POST } from '@acme/auth/route';\n`,
  'packages/api/package.json': manifest('@acme/api', AUTH),
  'packages/api/tsconfig.json': '{}',
  'packages/api/src/trpc.ts': `import type { Session } from '@acme/auth';
import { auth } from '@acme/auth';

export const createContext = async (opts: { session: Session | null }) => {
  const session = opts.session ?? (await auth());
  return { session };
};
`,
  'packages/auth/package.json': manifest(
    '@acme/auth',
    { next: '^15.0.0', 'next-auth': '5.0.0-beta.32' },
    {
      exports: {
        '.': { 'react-server': './src/index.rsc.ts', default: './src/index.ts' },
        './route': './src/route.ts',
      },
    },
  ),
  'packages/auth/tsconfig.json': '{}',
  'packages/auth/src/config.ts': `import type { DefaultSession, NextAuthConfig } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { roleOf, type Role } from './roles';

declare module 'next-auth' {
  interface Session {
    user: { id: string; role: Role } & DefaultSession['user'];
  }
}

export const authConfig = {
  providers: [GitHub],
  callbacks: {
    async session({ session, token }) {
      session.user.role = await roleOf(token.sub);
      return session;
    },
  },
} satisfies NextAuthConfig;
`,
  'packages/auth/src/index.ts': `import NextAuth from 'next-auth';
import { authConfig } from './config';

export type { Session } from 'next-auth';

const { handlers, auth, signIn, signOut } = NextAuth(authConfig);

export { handlers, auth, signIn, signOut };
`,
  'packages/auth/src/index.rsc.ts': `import { cache } from 'react';
import NextAuth from 'next-auth';
import { authConfig } from './config';

export type { Session } from 'next-auth';

const { handlers, auth: defaultAuth, signIn, signOut } = NextAuth(authConfig);

/** Once a request. */
const auth = cache(defaultAuth);

export { handlers, auth, signIn, signOut };
`,
  'packages/auth/src/route.ts': `import { handlers } from './index';\n\nexport const { GET, POST } = handlers;\n`,
  'packages/auth/src/roles.ts': `export type Role = 'user' | 'admin';\n\nexport const roleOf = async (id?: string): Promise<Role> => (id === '1' ? 'admin' : 'user');\n`,
};

it('an auth package of a workspace yields sessions from one generated module, for all that ask it', async () => {
  const { after } = await migrate(WORKSPACE);
  expect(Object.keys(after).toSorted()).toEqual([
    'apps/web/app/api/auth/[...nextauth]/route.ts',
    'apps/web/clerk.patch.json',
    'apps/web/middleware.ts',
    'apps/web/package.json',
    'packages/auth/package.json',
    'packages/auth/src/clerk-session.ts',
    'packages/auth/src/config.ts',
    'packages/auth/src/index.rsc.ts',
    'packages/auth/src/index.ts',
    'packages/auth/src/route.ts',
  ]);
  expect(after['packages/auth/src/index.ts']).toBe(`export type { Session } from './clerk-session';

export { getSession as auth } from './clerk-session';
`);
  expect(after['packages/auth/src/index.rsc.ts']).toBe(`import { cache } from 'react';
import { getSession } from './clerk-session';

export type { Session } from './clerk-session';

/** Once a request. */
const auth = cache(getSession);

export { auth };
`);
  expect(after['packages/auth/src/clerk-session.ts']).toContain('await sessionCallbacks.session({ session, token })');
  expect(after['packages/auth/src/config.ts']).toContain('export const sessionCallbacks = {');
  expect(after['packages/auth/package.json']).toContain('"@clerk/nextjs"');
  expect(after['apps/web/app/api/auth/[...nextauth]/route.ts']).toBe(null);
});

it('what only the set-up uses stays with it, though no app owns the file', async () => {
  const app = (name: string) => ({
    [`apps/${name}/package.json`]: manifest(name, {
      next: '^15.0.0',
      react: '^19.0.0',
      'next-auth': '^4.24.0',
      ...AUTH,
    }),
    [`apps/${name}/tsconfig.json`]: '{}',
    [`apps/${name}/app/api/auth/[...nextauth]/route.ts`]: `import NextAuth from 'next-auth';
import { authOptions } from '@acme/auth';

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
`,
    [`apps/${name}/app/api/token/route.ts`]: `import { encode } from 'next-auth/jwt';

export const GET = async () => new Response(await encode({ secret: 'x' }));
`,
  });
  const { after } = await migrate({
    'package.json': WORKSPACE['package.json'],
    ...app('web'),
    ...app('admin'),
    'packages/auth/package.json': manifest('@acme/auth', { next: '^15.0.0', 'next-auth': '^4.24.0' }),
    'packages/auth/tsconfig.json': '{}',
    'packages/auth/src/index.ts': `import type { NextAuthOptions } from 'next-auth';
import { agentOf } from './agent';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: { signIn: ({ account }) => agentOf(account as never) !== '' },
};
`,
    'packages/auth/src/agent.ts': `import type { RequestInternal } from 'next-auth';

export const agentOf = (req: Pick<RequestInternal, 'headers'>): string => req.headers?.['user-agent'] ?? '';
`,
  });
  expect(after['packages/auth/src/index.ts'] ?? 'agentOf').toContain('agentOf');
  expect(after['packages/auth/src/agent.ts'] ?? 'agentOf').toContain('export const agentOf');
});
