import { describe, expect, it } from 'vitest';
import { runOn } from './typed-run.js';

const MANIFEST = { name: 'app', dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '^4.24.0' } };
/** Stand-ins for packages that are not installed here. */
const STUBS = `declare module '@next-auth/prisma-adapter' { export function PrismaAdapter(client: unknown): never }
declare module 'next-auth/providers/github' { export default function GitHub(options: object): never }`;

const AUTH = (callbacks: string, more = '') => `import { getServerSession, type NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
${more}
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: 'id', clientSecret: 'secret' })],
  callbacks: {
    ${callbacks}
  },
};

export const getServerAuthSession = () => getServerSession(authOptions);
`;

const JWT = `async jwt({ token, user }) {
      if (user) token.role = (await roleOf(token.sub!)) as Role;
      return token;
    },
    session({ session, token }) {
      if (session.user) session.user.role = token.role;
      return session;
    },`;

const TYPES = `import type { DefaultSession } from 'next-auth';
import type { Role } from '../lib/roles';

declare module 'next-auth' {
  interface Session {
    user: { id: string; role: Role } & DefaultSession['user'];
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    role: Role;
  }
}
`;

const BASE = {
  'package.json': JSON.stringify(MANIFEST),
  'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
  'app/layout.tsx':
    'export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;\n',
  'app/api/auth/[...nextauth]/route.ts': `import NextAuth from 'next-auth';
import { authOptions } from '../../../../lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  'app/page.tsx': `import { getServerAuthSession } from '../lib/auth';

export default async function Page() {
  const session = await getServerAuthSession();
  return <p>{session?.user?.role}</p>;
}
`,
  'lib/roles.ts': `export type Role = 'guest' | 'owner';
export const roleOf = async (id: string): Promise<string> => (id ? 'owner' : 'guest');
export const db = { user: { findUnique: async ({ where }: { where: { id: string } }) => ({ ...where, email: 'a@b.c', role: 'owner' as Role }) } };
`,
  'stubs.d.ts': STUBS,
};

const ROLES = "import { roleOf, type Role } from './roles';\n";

describe('an app whose callbacks fill its sessions', () => {
  it('keeps them where the set-up goes, and the generated module runs them', async () => {
    const { after, report, again, errors } = await runOn({
      ...BASE,
      'types/next-auth.d.ts': TYPES,
      'lib/auth.ts': AUTH(JWT, ROLES),
    });
    expect(after['lib/auth.ts']).toBe(`import { getSession } from './clerk-session';
import type { SessionCallbacks } from './clerk-session';
import { roleOf, type Role } from './roles';

export const sessionCallbacks = {
    async jwt({ token, user }) {
      if (user) token.role = (await roleOf(token.sub!)) as Role;
      return token;
    },
    session({ session, token }) {
      if (session.user) session.user.role = token.role;
      return session;
    },
} satisfies SessionCallbacks;

export const getServerAuthSession = () => getSession();
`);
    expect(after['app/api/auth/[...nextauth]/route.ts']).toBeNull();
    expect(report.followUps.filter(({ rule }) => rule === 'auth-config-callback')).toEqual([]);
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('tells the jwt callback by which account, and with which token of the provider', async () => {
    const { after, report, again, errors } = await runOn({
      ...BASE,
      'types/next-auth.d.ts': TYPES.replace('role: Role;', 'role: Role;\n    accessToken?: string;'),
      'lib/auth.ts': AUTH(
        `async jwt({ token, account }) {
      token.role = account?.provider === 'credentials' ? 'owner' : 'guest';
      if (account) token.accessToken = account.access_token;
      return token;
    },
    session: ({ session, token }) => ({ ...session, user: { ...session.user, role: token.role } }),`,
      ),
    });
    const module = after['lib/clerk-session.ts'];
    expect(module).toContain('const account = await accountOf(userId);');
    expect(module).toMatch(/users\.getUserOauthAccessToken\(userId, /);
    expect(report.routes).toMatchObject([{ path: 'app/page.tsx', calls: 1, callsWithClaims: 1 }]);
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('needs none where the types alone say of fields of their own', async () => {
    const { after, again, errors } = await runOn({
      ...BASE,
      'types/next-auth.d.ts': TYPES,
      'lib/auth.ts': AUTH('signIn: () => true,'),
    });
    expect(after['lib/auth.ts']).toContain('export const getServerAuthSession = () => getSession();');
    expect(after['lib/clerk-session.ts']).toMatch(/return \{ user, expires: .* \} as Session\b/);
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  const IN_ROUTE = {
    ...BASE,
    'types/next-auth.d.ts': TYPES,
    'app/page.tsx': BASE['app/page.tsx']
      .replace("import { getServerAuthSession } from '../lib/auth'", "import { getServerSession } from 'next-auth'")
      .replace('getServerAuthSession()', 'getServerSession()'),
    'app/api/auth/[...nextauth]/route.ts': `${AUTH(JWT, "import { roleOf, type Role } from '../../../../lib/roles';")
      .replace('getServerSession, type', 'type')
      .replace('export const authOptions', 'const authOptions')
      .replace(/export const getServerAuthSession.*\n/, '')
      .replace('import { type', 'import NextAuth, { type')}
const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`,
  };
  const MOVED = `import { roleOf, type Role } from './roles';
import type { SessionCallbacks } from './clerk-session';

/** Fills the session that getSession() yields. */
export const sessionCallbacks = {
  async jwt({ token, user }) {
    if (user) token.role = (await roleOf(token.sub!)) as Role;
    return token;
  },

  session({ session, token }) {
    if (session.user) session.user.role = token.role;
    return session;
  },
} satisfies SessionCallbacks;
`;

  it('moves them out of the route, which goes', async () => {
    const { after, again, errors } = await runOn(IN_ROUTE);
    expect(after['lib/session-callbacks.ts']).toBe(MOVED);
    expect(after['app/api/auth/[...nextauth]/route.ts']).toBeNull();
    expect(after['lib/clerk-session.ts']).toContain("import { sessionCallbacks } from './session-callbacks';");
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('moves them out of a route that stays', async () => {
    const { after, again } = await runOn({
      ...IN_ROUTE,
      'app/me/page.tsx': `import { getServerSession } from 'next-auth';\n\nexport default () => <Suspense read={getServerSession} />;\n`,
    });
    expect(after['lib/session-callbacks.ts']).toBe(MOVED);
    expect(after['app/api/auth/[...nextauth]/route.ts']).toContain('  callbacks: {\n    ...sessionCallbacks,\n  },\n');
    expect(again).toEqual([]);
  });

  it('keeps them beside a set-up that stays', async () => {
    const { after, again, errors } = await runOn({
      ...BASE,
      'types/next-auth.d.ts': TYPES,
      'lib/auth.ts': AUTH(JWT, ROLES),
      'app/lifetime/page.tsx': `import { authOptions } from '../../lib/auth';

export default () => <p>{authOptions.session?.maxAge}</p>;
`,
    });
    expect(after['lib/auth.ts']).toContain('  callbacks: {\n    ...sessionCallbacks,\n  },\n');
    expect(after['lib/auth.ts']).toContain('export const getServerAuthSession = () => getSession();');
    expect(after).not.toHaveProperty(['app/page.tsx']);
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('reads the row where the callbacks do', async () => {
    const { after, errors } = await runOn({
      ...BASE,
      'types/next-auth.d.ts': `${TYPES.replace("declare module 'next-auth' {", "declare module 'next-auth' {\n  interface User {\n    role: Role;\n  }")}`,
      'lib/auth.ts': AUTH(
        'session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id, role: user.role } }),',
        "import { PrismaAdapter } from '@next-auth/prisma-adapter';\nimport { db } from './roles';\n",
      ).replace("session: { strategy: 'jwt' }", 'adapter: PrismaAdapter(db)'),
    });
    expect(after['lib/clerk-session.ts']).toContain('db.user.findUnique({ where: { id: user.id } })');
    expect(errors).toEqual([]);
  });

  it('reads no more of the row than the sign-in gave, since the session may hold all of it', async () => {
    const callbacks = `jwt: ({ token, user }) => ({ ...token, ...user }),
    session: ({ session, token }) => ({ ...session, user: { ...session.user, ...token } }),`;
    const authorize = `Credentials({
      async authorize(credentials) {
        const user = await db.user.findUnique({ where: { id: credentials.id } });
        if (!user || user.passwordHash !== credentials.password) return null;
        return { id: user.id, email: user.email, role: user.role };
      },
    })`;
    const { after, errors, again } = await runOn({
      ...BASE,
      'lib/roles.ts': `interface Row { id: string; email: string; role: 'guest' | 'owner'; passwordHash: string }
interface Query { where: { id: string }; select?: { [name in keyof Row]?: true } }
export declare const db: { user: { findUnique(query: Query): Promise<Row | null> } };
`,
      'stubs.d.ts': `declare module 'next-auth/providers/credentials' { export default function Credentials(options: { authorize(given: { id: string; password: string }): unknown }): never }`,
      'lib/auth.ts': AUTH(callbacks, "import { db } from './roles';\n")
        .replace("GitHub({ clientId: 'id', clientSecret: 'secret' })", authorize)
        .replace(
          "import GitHub from 'next-auth/providers/github'",
          "import Credentials from 'next-auth/providers/credentials'",
        ),
      'app/page.tsx': 'export { getServerAuthSession as default } from "../lib/auth";\n',
    });
    expect(after['lib/clerk-session.ts']).toContain(
      'db.user.findUnique({ where: { id: user.id }, select: { id: true, email: true, role: true } })',
    );
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('needs no types of the app’s own', async () => {
    const callbacks = `session({ session, token }) {
      return { ...session, user: { ...session.user, role: token.sub === 'me' ? 'owner' : 'guest' } };
    },`;
    const page = 'export { getServerAuthSession as default } from "../lib/auth";\n';
    const { after, errors } = await runOn({ ...BASE, 'app/page.tsx': page, 'lib/auth.ts': AUTH(callbacks) });
    expect(after['lib/clerk-session.ts']).toContain('sessionCallbacks.session({ session, token })');
    expect(errors).toEqual([]);
  });

  it('gives v5’s callback the whole row where sessions are rows', async () => {
    const { after, errors, again } = await runOn({
      ...BASE,
      'package.json': JSON.stringify({
        ...MANIFEST,
        dependencies: { ...MANIFEST.dependencies, 'next-auth': '5.0.0-beta.30' },
      }),
      'types/next-auth.d.ts': TYPES.slice(0, TYPES.indexOf("declare module 'next-auth/jwt'")),
      'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '../../../../lib/auth';

export const { GET, POST } = handlers;
`,
      'lib/auth.ts': `import NextAuth from 'next-auth';
import { PrismaAdapter } from '@next-auth/prisma-adapter';
import GitHub from 'next-auth/providers/github';
import { db, type Role } from './roles';

export const { handlers, auth } = NextAuth({
  adapter: PrismaAdapter(db),
  providers: [GitHub],
  callbacks: {
    // The id is always there.
    session({ session, user }) {
      session.user.id = user.id;
      session.user.role ??= 'guest' as Role;
      return session;
    },
  },
});
`,
      'app/page.tsx': `import { auth } from '../lib/auth';
import { Shown } from './shown';

export default async function Page() {
  const session = await auth();
  return <Shown session={session} />;
}
`,
      'app/shown.tsx': `import type { Session } from 'next-auth';

export const Shown = ({ session }: { session: Session | null }) => <p>{session?.user.role}</p>;
`,
    });
    expect(after['lib/auth.ts']).toBe(`import type { SessionCallbacks } from './clerk-session';
import { type Role } from './roles';

export const sessionCallbacks = {
    // The id is always there.
    session({ session, user }) {
      session.user.id = user.id;
      session.user.role ??= 'guest' as Role;
      return session;
    },
} satisfies SessionCallbacks;

export { getSession as auth } from './clerk-session';
`);
    expect(after['lib/clerk-session.ts']).toContain('user: row');
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('lets callbacks go that add nothing of the app’s own', async () => {
    const callbacks = `session({ session, token }) {
      if (session.user) session.user.name = token.name;
      return session;
    },`;
    const page = 'export { getServerAuthSession as default } from "../lib/auth";\n';
    const { after, report, errors } = await runOn({ ...BASE, 'app/page.tsx': page, 'lib/auth.ts': AUTH(callbacks) });
    expect(Object.values(after).join('')).not.toContain('sessionCallbacks');
    expect(report.followUps.some(({ rule }) => rule === 'auth-config-callback')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('stays as it was without the generated module’s sessions', async () => {
    const { after } = await runOn({ ...BASE, 'types/next-auth.d.ts': TYPES, 'lib/auth.ts': AUTH(JWT, ROLES) }, false);
    expect(after['lib/auth.ts']).not.toContain('sessionCallbacks');
  });
});

const ROLE = `'use client';
import { useSession } from 'next-auth/react';

export function Role() {
  const { data: session, status, update } = useSession();
  if (status === 'loading') return <p>…</p>;
  return <button onClick={() => update({ role: 'owner' })}>{session?.user.role ?? 'nobody'}</button>;
}
`;

describe('a component that reads what the callbacks make', () => {
  it('asks the app’s own route, through the generated hook', async () => {
    const files = { ...BASE, 'types/next-auth.d.ts': TYPES, 'lib/auth.ts': AUTH(JWT, ROLES), 'app/role.tsx': ROLE };
    const { after, report, again, errors } = await runOn(files);
    expect(after['app/role.tsx']).toBe(ROLE.replace('next-auth/react', '../lib/clerk-session-client'));
    expect(after['app/api/clerk-session/route.ts']).toContain('NextResponse.json(await getSession()');
    expect(after['lib/clerk-session-client.ts']).toContain('fetch(ENDPOINT');
    expect(after['app/api/auth/[...nextauth]/route.ts']).toBeNull();
    expect(report.summary.sitesManual).toBe(0);
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('does so in the Pages Router', async () => {
    const { 'app/page.tsx': _, 'app/layout.tsx': __, 'app/api/auth/[...nextauth]/route.ts': ___, ...rest } = BASE;
    const { after, again, errors } = await runOn({
      ...rest,
      'types/next-auth.d.ts': TYPES,
      'lib/auth.ts': AUTH(JWT, ROLES).replace(/\nexport const getServerAuthSession.*\n/, ''),
      'pages/api/auth/[...nextauth].ts': `import NextAuth from 'next-auth';
import { authOptions } from '../../../lib/auth';

export default NextAuth(authOptions);
`,
      'pages/role.tsx': ROLE.replace("'use client';\n", ''),
    });
    expect(after['pages/api/clerk-session.ts']).toContain('res.status(200).json(await getSession(req));');
    expect(after['lib/clerk-session.ts']).toContain('getAuth(req)');
    expect(after['pages/api/auth/[...nextauth].ts']).toBeNull();
    expect(errors).toEqual([]);
    expect(again).toEqual([]);
  });

  it('is left where the callbacks take in what update() hands them', async () => {
    const callbacks = JWT.replace('{ token, user }', '{ token, user, session: given }').replace(
      'return token;',
      'if (given) token.role = given.role;\n      return token;',
    );
    const files = {
      ...BASE,
      'types/next-auth.d.ts': TYPES,
      'lib/auth.ts': AUTH(callbacks, ROLES),
      'app/role.tsx': ROLE,
    };
    const { after } = await runOn(files);
    expect(after['app/role.tsx'] ?? '').toContain('TODO(authjs-clerk)');
    expect(after).not.toHaveProperty(['app/api/clerk-session/route.ts']);
  });
});
