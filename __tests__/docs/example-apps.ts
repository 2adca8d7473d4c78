import type { InMemory } from '../../lib/api/index.js';

/** The app around the example of a rule's page: where the example stands, and which files are there besides. */
export interface ExampleApp {
  readonly path: string;
  readonly around: InMemory;
}

const manifest = (authjs: string): string =>
  `${JSON.stringify({ dependencies: { next: '15.5.9', 'next-auth': authjs, react: '^19.1.4' } })}\n`;

const COMMON: InMemory = {
  'tsconfig.json': `${JSON.stringify({ compilerOptions: { strict: true, jsx: 'preserve', paths: { '@/*': ['./*'] } } })}\n`,
  'app/layout.tsx': `export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html>
      <body>{children}</body>
    </html>
  );
}
`,
};

const V4: InMemory = {
  ...COMMON,
  'package.json': manifest('^4.24.11'),
  'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = { providers: [] };
`,
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
};

/** Its sessions hold what can't be told, so that no generated module yields them. */
const V4_OWN_FIELDS: InMemory = {
  ...V4,
  'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';
import { jwt, session } from '@acme/sessions';

export const authOptions: NextAuthOptions = { providers: [], callbacks: { jwt, session } };
`,
};

const V5: InMemory = {
  ...COMMON,
  'package.json': manifest('5.0.0-beta.30'),
  'auth.ts': `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth, signIn, signOut } = NextAuth({ providers: [GitHub] });
`,
  'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '@/auth';

export const { GET, POST } = handlers;
`,
};

/** Its tables hold people by their ids. */
const V4_TABLES: InMemory = {
  ...V4,
  'lib/auth.ts': `import type { NextAuthOptions } from 'next-auth';
import { PrismaAdapter } from '@auth/prisma-adapter';
import { prisma } from '@acme/db';

export const authOptions: NextAuthOptions = { adapter: PrismaAdapter(prisma), providers: [] };
`,
};

const TAKEN = 'export const taken = true;\n';

const ROLE_PAGE = `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user.role ?? session?.user.plan}</p>;
}
`;

const PAGE = 'app/example/page.tsx';
const v4 = (path = PAGE, more: InMemory = {}): ExampleApp => ({ path, around: { ...V4, ...more } });
const ownFields = (path = PAGE): ExampleApp => ({ path, around: V4_OWN_FIELDS });
const v5 = (path = PAGE, more: InMemory = {}): ExampleApp => ({ path, around: { ...V5, ...more } });
const middleware = v4('middleware.ts');

/** Where the example stands, for rules of which it is no page of an app on next-auth 4 that has nothing of its own. */
const APPS: Readonly<Record<string, ExampleApp>> = {
  'auth-address': v4('components/sign-in-link.tsx'),
  'auth-config': v4('app/api/auth/[...nextauth]/route.ts'),
  'auth-config-sign-in-callback': v4('lib/auth.ts'),
  'auth-cookie': v4('lib/signed-in.ts'),
  'auth-error': v5('lib/errors.ts'),
  'auth-type': v4('lib/failed.ts'),
  'auth-wrapper': v5('app/api/me/route.ts'),
  'client-get-session': ownFields('components/load.ts'),
  'get-token': ownFields('app/api/me/route.ts'),
  middleware,
  'middleware-authorized': middleware,
  'middleware-handler': middleware,
  'middleware-matcher': middleware,
  'middleware-options': middleware,
  'middleware-role': middleware,
  'own-wrapper': v5('auth.ts', {
    [PAGE]: `import { auth } from '@/auth';\n\nexport default async () => ((await auth()) ? 'in' : 'out');\n`,
  }),
  'session-bridge': v4('lib/viewer.ts'),
  'session-call-arguments': v4('pages/api/me.ts'),
  'session-call-as-value': ownFields('lib/context.ts'),
  'session-callbacks': v4('lib/auth.ts', {
    'lib/roles.ts': `export const roleOf = async (id: string | undefined) => (id === '1' ? 'admin' : 'user');\n`,
    [PAGE]: ROLE_PAGE,
  }),
  'session-context': v4('components/use-name.ts'),
  'session-custom-field': ownFields('lib/admin.ts'),
  'session-escapes': ownFields('lib/viewer.ts'),
  'session-metadata': v4('lib/auth.ts', { [PAGE]: ROLE_PAGE }),
  'session-unguarded': ownFields('lib/id.ts'),
  'session-unused': ownFields(),
  'session-update': ownFields('components/refresh.tsx'),
  'session-user-id': {
    path: 'lib/id.ts',
    around: { ...V4_TABLES, 'lib/clerk-session.ts': TAKEN, 'lib/clerk-auth.ts': TAKEN },
  },
  'sign-in-action': v5('components/leave.tsx', {
    'app/actions.ts': `'use server';\nimport { signOut } from '@/auth';\n\nexport async function leave() {\n  await signOut();\n}\n`,
  }),
  'sign-in-as-value': v4('lib/menu.ts'),
  'sign-in-form': v4('app/login/page.tsx'),
  'sign-in-outside-component': v4('components/leave.tsx'),
  'sign-in-page-data': v4('lib/names.ts'),
  'sign-in-provider': v4('app/settings/page.tsx'),
  'sign-in-server-action': v5('app/start/route.ts'),
  'sign-out-stay': v5('pages/api/account.ts'),
  'test-mock': v4('components/menu.test.tsx'),
  'use-session-required': ownFields('components/account.tsx'),
};

export const exampleApp = (rule: string): ExampleApp => APPS[rule] ?? v4();
