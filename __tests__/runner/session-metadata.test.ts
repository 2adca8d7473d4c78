import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { AUTO, type Preferences } from '../../lib/runner/preferences.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill, folder } from './folder.js';

const CALLBACKS = `async jwt({ token, profile }) {
      if (profile) token.role = profile.role;
      return token;
    },
    session({ session, token }) {
      session.user.role = token.role;
      return session;
    },`;
const OPTIONS = (callbacks = CALLBACKS) => `import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: '', clientSecret: '' })],
  callbacks: {
    ${callbacks}
  },
};
`;
const TYPES = `import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: { role: 'admin' | 'user' } & DefaultSession['user'];
  }
}
`;
const PAGE = `import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user.role}</p>;
}
`;
const APP = {
  'package.json': JSON.stringify({ dependencies: { next: '^15.5.9', react: '^19.0.0', 'next-auth': '^4.24.0' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'app/api/auth/[...nextauth]/route.ts':
    "import NextAuth from 'next-auth';\nimport { authOptions } from '@/lib/auth';\n\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };\n",
  'app/page.tsx': PAGE,
  'lib/auth.ts': OPTIONS(),
  'types/next-auth.d.ts': TYPES,
};

/** What the files of an app become, what is left of them, and what a second run would still change. */
async function runOn(files: Record<string, string>, preferences: Partial<Preferences> = {}) {
  const dir = folder(files);
  const plan = async () =>
    planRun(await readProject('.', { cwd: dir }), {
      transforms: TRANSFORMS,
      isPartial: false,
      todo: true,
      preferences: { ...AUTO, ...preferences },
    });
  const first = await plan();
  const after: Record<string, string | null> = {};
  for (const { path, after: text } of first.files) after[path.slice(dir.length + 1)] = text;
  fill(dir, Object.fromEntries(Object.entries(after).filter((entry): entry is [string, string] => entry[1] !== null)));
  const sites = first.report.files.flatMap((file) => file.sites.filter(({ outcome }) => outcome === 'manual'));
  const notes = first.report.followUps;
  return { after, left: sites.map(({ rule }) => rule), sites, followUps: notes.map(({ rule }) => rule), notes };
}

describe('an app whose callbacks can’t run without Auth.js', () => {
  it('reads their fields from the public metadata, and keeps their code for whoever fills it in', async () => {
    const { after, left, followUps } = await runOn(APP);
    expect(after['app/page.tsx']).toContain('const session = await getSession();');
    expect(after['lib/clerk-session.ts']).toContain('{ ...user, role: own.role }');
    expect(after['lib/auth.ts']).toContain('// TODO(authjs-clerk): session-metadata');
    expect(after['lib/auth.ts']).toContain('if (profile) token.role = profile.role;');
    expect(after['lib/auth.ts']).not.toContain('next-auth');
    expect(after['clerk.patch.json']).toContain('"metadata": "{{user.public_metadata}}"');
    expect(left.filter((rule) => rule !== 'dependency' && rule !== 'env-variable')).toEqual(['session-metadata']);
    expect(followUps).toContain('session-metadata');
  });

  it('asks for no field that the types alone know: no callback ever put it there', async () => {
    const types = TYPES.replace("role: 'admin' | 'user'", "id: string; role: 'admin' | 'user'; team: string");
    const { after } = await runOn({ ...APP, 'types/next-auth.d.ts': types });
    expect(after['lib/clerk-session.ts']).toContain('{ ...user, role: own.role }');
    expect(after['lib/clerk-session.ts']).toContain('team: string');
    const plain = 'session({ session, token }) { session.user.id = token.sub; return session; },';
    const none = await runOn({ ...APP, 'lib/auth.ts': OPTIONS(plain), 'types/next-auth.d.ts': types });
    expect(none.after['clerk.patch.json'] ?? '').not.toContain('metadata');
  });

  it('has its code in a file of its own where it stood in a route', async () => {
    const route = OPTIONS().replace('export const', 'const');
    const { after, left, followUps } = await runOn({
      ...APP,
      'app/api/auth/[...nextauth]/route.ts':
        `${route}\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };\n`.replace(
          'import type',
          "import NextAuth from 'next-auth';\nimport type",
        ),
      'lib/auth.ts':
        "import { getServerSession } from 'next-auth';\n\nexport const current = () => getServerSession();\n",
      'app/page.tsx':
        "import { current } from '@/lib/auth';\n\nexport default async () => (await current())?.user.role;\n",
    });
    expect(after['app/api/auth/[...nextauth]/route.ts']).toBeNull();
    expect(after['lib/auth.ts']).toContain('getSession');
    expect(after['lib/former-callbacks.ts']).toMatch(
      /^\/\/ TODO\(authjs-clerk\): session-metadata [^\n]*\n\/\*\n *async jwt/,
    );
    expect(left.filter((rule) => !['dependency', 'env-variable'].includes(rule))).toEqual(['session-metadata']);
    expect(followUps).toContain('session-metadata');
  });

  it('keeps a check of who may sign in with them', async () => {
    const check = "signIn: ({ user }) => user.email?.endsWith('@example.com') ?? false,\n    ";
    const { after, left } = await runOn({ ...APP, 'lib/auth.ts': OPTIONS(check + CALLBACKS) });
    expect(after['lib/auth.ts']).toMatch(/formerCallbacks = \{\n[^}]*signIn: \(\{ user \}\)/);
    expect(left).toContain('auth-config-sign-in-callback');
  });

  it('reads them from there too where they stand in a config of their own, which the instance spreads', async () => {
    const { after, left } = await runOn({
      ...APP,
      'package.json': APP['package.json'].replace('^4.24.0', '5.0.0-beta.32'),
      'app/api/auth/[...nextauth]/route.ts':
        "import { handlers } from '@/auth';\n\nexport const { GET, POST } = handlers;\n",
      'auth.config.ts': `import type { NextAuthConfig } from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const authConfig = {
  session: { strategy: 'jwt' },
  providers: [GitHub],
  callbacks: {
    ${CALLBACKS}
  },
} satisfies NextAuthConfig;
`,
      'auth.ts': `import NextAuth from 'next-auth';
import { PrismaAdapter } from '@auth/prisma-adapter';
import { db } from './db';
import { authConfig } from './auth.config';

export const { handlers, auth, signIn, signOut } = NextAuth({ ...authConfig, adapter: PrismaAdapter(db) });
`,
      'db.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const db = new PrismaClient();\n",
      'middleware.ts': `import NextAuth from 'next-auth';
import { authConfig } from './auth.config';

export const { auth: middleware } = NextAuth(authConfig);
`,
      'app/page.tsx': PAGE.replace("import { getServerSession } from 'next-auth';\n", '')
        .replace("{ authOptions } from '@/lib/auth'", "{ auth } from '@/auth'")
        .replace('getServerSession(authOptions)', 'auth()'),
      'lib/auth.ts': 'export {};\n',
    });
    expect(after['auth.ts']).toMatch(/^export \{ getSession as auth \} from '[^']*clerk-session';\n$/);
    expect(after['lib/clerk-session.ts']).toContain('role: own.role');
    expect(after['auth.config.ts']).toContain('// TODO(authjs-clerk): session-metadata');
    expect(left.filter((rule) => !['dependency', 'env-variable'].includes(rule))).toEqual(['session-metadata']);
  });

  it('leaves the functions that the callbacks come from', async () => {
    const { after } = await runOn({
      ...APP,
      'lib/auth.ts': OPTIONS('jwt: fillToken,\n    session: fillSession,').replace(
        'import GitHub',
        "import { fillSession, fillToken } from './callbacks';\nimport GitHub",
      ),
      'lib/callbacks.ts': `import type { Session } from 'next-auth';
import type { JWT } from 'next-auth/jwt';

export const fillToken = async ({ token }: { token: JWT }) => token;
export const fillSession = ({ session, token }: { session: Session; token: JWT }) => {
  session.user.role = token.role as 'user';
  return session;
};
`,
    });
    expect(after['lib/auth.ts']).toContain('jwt: fillToken');
    expect(after['lib/callbacks.ts']).toContain('export const fillToken');
    expect(after['lib/callbacks.ts']).toContain("from '@/lib/clerk-session'");
  });

  it('is left to a person by --custom-fields callbacks', async () => {
    const { after, left } = await runOn(APP, { customFields: 'callbacks' });
    expect(after).not.toHaveProperty(['lib/clerk-session.ts']);
    expect(left).toContain('session-custom-field');
  });
});

describe('an app whose sessions hold a secret', () => {
  const callbacks = CALLBACKS.replace('profile }', 'profile, account }')
    .replace('return token', 'if (account) token.accessToken = account.access_token;\n      return token')
    .replace('return session', 'session.accessToken = token.accessToken;\n      return session');
  const types = TYPES.replace('user: {', 'accessToken?: string;\n    user: {');
  const app = {
    ...APP,
    'lib/auth.ts': OPTIONS(callbacks),
    'types/next-auth.d.ts': types,
    'app/repos/page.tsx': PAGE.replace('session?.user.role', 'session?.accessToken'),
    'lib/viewer.ts':
      "import { getServerSession } from 'next-auth';\nimport { authOptions } from '@/lib/auth';\n\nexport const viewer = () => getServerSession(authOptions);\n",
    'lib/github.ts':
      "import { viewer } from './viewer';\n\nexport const repos = async () => {\n  const session = await viewer();\n  return session?.accessToken;\n};\n",
  };

  it('has all but the secret, and a person where it is read', async () => {
    const { after, left, sites } = await runOn(app);
    expect(after['app/page.tsx']).toContain('const session = await getSession();');
    expect(after['app/repos/page.tsx']).toMatch(
      /TODO\(authjs-clerk\): session-secret .*\n {2}const session = await getSession\(\);/,
    );
    expect(after['app/repos/page.tsx']).not.toContain('next-auth');
    expect(after['lib/clerk-session.ts']).toContain("refuse(session, 'accessToken')");
    expect(after['lib/clerk-session.ts']).not.toMatch(/own\.accessToken|accessToken\?: Session/);
    expect(after['app/api/auth/[...nextauth]/route.ts']).toBeNull();
    expect(left).toContain('session-secret');
    expect(sites.find(({ rule }) => rule === 'session-secret')?.message).toContain('getUserOauthAccessToken');
  });

  it('names the code far from a call that may read it', async () => {
    const { notes } = await runOn(app);
    const note = notes.find(({ rule }) => rule === 'session-secret');
    expect(note?.detail).toContain('lib/github.ts:5');
    expect(note?.detail).not.toContain('lib/viewer.ts');
    expect(notes.find(({ rule }) => rule === 'session-metadata')?.detail).toContain('None may hold accessToken');
  });

  it('needs no metadata where that is all that they hold', async () => {
    const secret = (text: string) => text.replaceAll('role', 'accessToken');
    const { after, left } = await runOn({
      ...APP,
      'lib/auth.ts': secret(OPTIONS()).replace('profile.accessToken', 'profile.at_hash'),
      'types/next-auth.d.ts': secret(TYPES),
      'app/name/page.tsx': PAGE.replace('{session?.user.role}', '<User session={session} />'),
      'app/page.tsx': secret(PAGE),
    });
    expect(after['lib/clerk-session.ts']).toContain("refuse(session.user, 'accessToken')");
    expect(after['lib/clerk-session.ts']).not.toContain('etadata');
    expect(after['app/name/page.tsx']).toContain('await getSession()');
    expect(left.filter((rule) => !['dependency', 'env-variable'].includes(rule))).toEqual(['session-secret']);
  });
});

describe('an app whose ids are numbers', () => {
  const app = {
    ...APP,
    'package.json': APP['package.json'].replace('"react"', '"@prisma/client":"^6.0.0","react"'),
    'lib/auth.ts': OPTIONS(
      CALLBACKS.replace('session.user.role', 'session.user.id = Number(token.sub);\n      session.user.role'),
    ),
    'types/next-auth.d.ts': TYPES.replace('user: {', "user: { id: import('@prisma/client').User['id'];"),
    'app/id/page.tsx': PAGE.replace('{session?.user.role}', '{session && session.user.id + 1}'),
    'components/mine.tsx':
      "'use client';\n\nimport { useSession } from 'next-auth/react';\n\nexport const Mine = ({ owner }) => (useSession().data?.user.id === owner ? <b>yours</b> : null);\n",
  };

  it('has them as numbers, on both sides', async () => {
    const { after } = await runOn(app);
    expect(after['lib/clerk-session.ts']).toContain('{ id: numericId(profile.id), ');
    expect(after['app/id/page.tsx']).toContain('const session = await getSession();');
    expect(after['lib/clerk-session-client.ts']).toContain('id: numericId(user.externalId ?? user.id),');
    expect(after['components/mine.tsx']).toContain("import { useSession } from '@/lib/clerk-session-client';");
  });

  it('is left to a person where it is to have Clerk’s ids', async () => {
    const { after, left } = await runOn(app, { userIds: 'clerk' });
    expect(after).not.toHaveProperty(['lib/clerk-session-client.ts']);
    expect(left).toContain('session-custom-field');
  });
});

describe('an app whose callbacks could live on', () => {
  const callbacks =
    'session({ session, token }) { session.user.role = token.sub ? "user" : "admin"; return session; },';

  it('runs them', async () => {
    const { after } = await runOn({ ...APP, 'lib/auth.ts': OPTIONS(callbacks) });
    expect(after['lib/clerk-session.ts']).toContain('sessionCallbacks.session(');
  });

  it('reads the metadata by --custom-fields metadata', async () => {
    const { after, left } = await runOn({ ...APP, 'lib/auth.ts': OPTIONS(callbacks) }, { customFields: 'metadata' });
    expect(after['lib/clerk-session.ts']).toContain('ownFields(userId, profile.metadata)');
    expect(left).toContain('session-metadata');
  });
});

describe('a set-up that is put together', () => {
  const FACTORY = `import { getServerSession, type NextAuthOptions } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';

const providers: Provider[] = [GitHub({ clientId: '', clientSecret: '' })];

if (process.env.GOOGLE_ID) {
  const google = Google({ clientId: process.env.GOOGLE_ID, clientSecret: '' });
  google.issuer = 'https://accounts.google.com';
  providers.push(google);
}

export async function getAuthOptions(): Promise<NextAuthOptions> {
  return { providers };
}

export const getServerAuthSession = async () => {
  const authOptions = await getAuthOptions();
  return getServerSession(authOptions);
};
`;
  const ROUTE = `import NextAuth from 'next-auth';
import { getAuthOptions } from '@/lib/auth';

export const decode = (text: string) => decodeURIComponent(text);

export default async function handler(req, res) {
  return NextAuth(req, res, await getAuthOptions());
}
`;
  const files = {
    ...APP,
    'app/api/auth/[...nextauth]/route.ts': '',
    'pages/api/auth/[...nextauth].ts': ROUTE,
    'lib/auth.ts': FACTORY,
    'types/next-auth.d.ts': '',
    'app/page.tsx':
      "import { getServerAuthSession } from '@/lib/auth';\n\nexport default async () => (await getServerAuthSession())?.user?.name;\n",
  };

  it('goes with the list of its providers and what asked for it', async () => {
    const { after, left } = await runOn(files);
    expect(after['lib/auth.ts']).toBe(
      `import { getSession } from '@/lib/clerk-session';\n\nexport const getServerAuthSession = async () => {\n  return getSession();\n};\n`,
    );
    expect(left).toEqual([]);
  });

  it.each([
    ['__tests__/route.test.ts', '../pages/api/auth/[...nextauth]'],
    ['pages/api/auth/route.test.ts', './[...nextauth]'],
    ['__tests__/route.test.ts', '@/pages/api/auth/[...nextauth]'],
  ])('goes where tests alone load its route, and so do they: %s', async (test, source) => {
    const { after, left } = await runOn({
      ...files,
      [test]: `import { expect, it } from 'vitest';\nimport handler from '${source}';\n\nit('is one', () => expect(handler).toBeDefined());\n`,
    });
    expect(after['pages/api/auth/[...nextauth].ts']).toBeNull();
    expect(after[test]).toBeNull();
    expect(left).not.toContain('auth-config');
  });

  it.each([
    ['is read elsewhere', 'export const count = providers.length;\n'],
    [
      'is filled with more than that',
      'if (process.env.DEBUG) {\n  console.log("debug");\n  providers.push(Google({ clientId: "", clientSecret: "" }));\n}\n',
    ],
  ])('keeps a list of providers that %s', async (_, more) => {
    const { after } = await runOn({
      ...files,
      'lib/auth.ts': FACTORY.replace('export async function', `${more}\nexport async function`),
      'app/page.tsx': `${files['app/page.tsx']}export { count } from '@/lib/auth';\n`,
    });
    expect(after['lib/auth.ts']).toContain('const providers: Provider[] = [');
  });
});
