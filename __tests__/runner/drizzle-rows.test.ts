import { describe, expect, it } from 'vitest';
import { loadModule } from '../helpers/load-module.js';
import { runOn } from './typed-run.js';

const MANIFEST = {
  name: 'app',
  dependencies: { next: '^15.0.0', react: '^19.0.0', 'next-auth': '^5.0.0-beta.25', 'drizzle-orm': '^0.44.0' },
};

const SCHEMA = (id: string) => `import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const user = sqliteTable('user', {
  ${id},
  name: text('name'),
  email: text('email').notNull(),
  emailVerified: integer('emailVerified', { mode: 'timestamp_ms' }),
  image: text('image'),
  plan: text('plan').notNull().default('free'),
  passwordHash: text('password_hash'),
});
export type Person = typeof user.$inferSelect;
`;
const TEXT_ID = SCHEMA(`id: text('id').primaryKey()`);
const NUMBER_ID = SCHEMA(`id: integer('id').primaryKey()`);

const AUTH = `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { adapter } from './adapter';

export const { handlers, auth } = NextAuth({
  adapter,
  providers: [GitHub],
  callbacks: {
    async session(params) {
      return params.session;
    },
  },
});
`;

const ADAPTER = (own: string) => `import { DrizzleAdapter } from '@auth/drizzle-adapter';
import { db } from './db';
import { user } from './schema';

export const adapter = {
  ...DrizzleAdapter(db, { usersTable: user }),
  ${own}
};
`;

const APP = {
  'package.json': JSON.stringify(MANIFEST),
  'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
  'app/layout.tsx':
    'export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;\n',
  'app/api/auth/[...nextauth]/route.ts':
    "import { handlers } from '../../../../lib/auth';\n\nexport const { GET, POST } = handlers;\n",
  'app/page.tsx': `import { createContext } from '../lib/context';
import { auth } from '../lib/auth';

export default async function Page() {
  const context = await createContext({ auth });
  return <p>{context.plan}</p>;
}
`,
  'lib/context.ts': `import type { Session } from 'next-auth';

export async function createContext({ auth }: { auth: () => Promise<Session | null> }) {
  return { plan: (await auth())?.user?.plan };
}
`,
  'lib/auth.ts': AUTH,
  'lib/adapter.ts': ADAPTER('createUser: async (data: { id: string }) => data,'),
  'lib/db.ts': `import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';

export const db = drizzle(new Database(':memory:'));
`,
  'lib/schema.ts': TEXT_ID,
  'types/next-auth.d.ts': `import type { Person } from '../lib/schema';

declare module 'next-auth' {
  interface User extends Person {}
}
`,
};

const QUERY = /const \[row\] = await db\.select\(\)\.from\(usersTable\)\.where\(eq\(usersTable\.id, (.+?)\)\);/;

describe('sessions that are rows of a table of Drizzle’s', () => {
  it.each([
    ['text', TEXT_ID, 'user.id'],
    ['a number', NUMBER_ID, 'Number(user.id)'],
  ])('come from that table, whose ids are %s', async (_, schema, id) => {
    const { after, report, again, errors } = await runOn({ ...APP, 'lib/schema.ts': schema });
    const module = after['lib/clerk-session.ts']!;
    expect(QUERY.exec(module)?.[1]).toBe(id);
    expect(after['lib/auth.ts']).toContain('export { getSession as auth }');
    expect(after['lib/adapter.ts']).toBeNull();
    expect(report.summary.sitesManual).toBe(0);
    expect(again).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('are null for whoever has no row, and hold text for a date, and no password', async () => {
    const { after } = await runOn(APP);
    const rows = [{ id: 'u1', name: 'Ada', plan: 'pro', emailVerified: new Date(0), passwordHash: 'x' }];
    const asked: unknown[] = [];
    const { getSession } = loadModule<{ getSession(): Promise<{ user: object } | null> }>(
      after['lib/clerk-session.ts']!,
      {
        '@clerk/nextjs/server': {
          auth: async () => ({ userId: 'user_1', sessionClaims: { exp: 1, userId: 'u1' } }),
          clerkClient: async () => ({}),
        },
        'drizzle-orm': { eq: (...sides: unknown[]) => sides },
        './auth': { sessionCallbacks: { session: async ({ session }: { session: object }) => session } },
        './db': {
          db: { select: () => ({ from: () => ({ where: async (test: unknown) => (asked.push(test), rows) }) }) },
        },
        './schema': { user: { id: 'column' } },
      },
    );
    expect(await getSession()).toEqual({
      user: { id: 'u1', name: 'Ada', plan: 'pro', emailVerified: '1970-01-01T00:00:00.000Z' },
      expires: '1970-01-01T00:00:01.000Z',
    });
    expect(asked).toEqual([['column', 'u1']]);
    rows.length = 0;
    expect(await getSession()).toBeNull();
  });

  it.each([
    [
      'whose user is made by code of the app’s own',
      { 'lib/adapter.ts': ADAPTER('getSessionAndUser: async () => ({ user: {}, session: {} }),') },
    ],
    [
      'whose columns are made by code',
      { 'lib/schema.ts': TEXT_ID.replace("'user', {", "'user', columnsOf({").replace('});', '}));') },
    ],
    [
      'of a package without Drizzle',
      {
        'package.json': JSON.stringify({
          ...MANIFEST,
          dependencies: { ...MANIFEST.dependencies, 'drizzle-orm': undefined },
        }),
      },
    ],
  ])('are left to a person %s', async (_, files) => {
    const { after, report } = await runOn({ ...APP, ...files });
    expect(report.summary.sitesManual).toBeGreaterThan(0);
    expect(after['lib/clerk-session.ts'] ?? '').not.toMatch(QUERY);
    expect(after['lib/auth.ts'] ?? AUTH).toContain('NextAuth({');
  });
});
