import { describe, expect, it } from 'vitest';
import { readProject } from '../../lib/project/index.js';
import { AUTO, type Preferences } from '../../lib/runner/preferences.js';
import { planRun } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { fill, folder } from './folder.js';

const MODEL = `model User {
  id            String    @id @default(cuid())
  name          String?
  email         String?   @unique // the address
  emailVerified DateTime?
  image         String?
  accounts      Account[]
}

model Account {
  id     String @id
  userId String
  user   User   @relation(fields: [userId], references: [id], onDelete: Cascade)
}
`;
const auth = (adapter: string, imports: string, events = '') => `import { getServerSession } from 'next-auth';
import { PrismaAdapter } from '@next-auth/prisma-adapter';
import { DrizzleAdapter } from '@auth/drizzle-adapter';
${imports}

export const authOptions = { adapter: ${adapter}, providers: [], ${events}};

export const getServerAuthSession = () => getServerSession(authOptions);
`;
const PRISMA = {
  'lib/db.ts': `import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n`,
  'lib/auth.ts': auth('PrismaAdapter(db as any)', `import { db } from './db';`),
  'prisma/schema.prisma': MODEL,
};
const DRIZZLE = {
  'lib/db.ts': `export const db = drizzle();\n`,
  'lib/auth.ts': auth(
    'DrizzleAdapter(db, { usersTable: users })',
    `import { db } from './db';\nimport { users } from './schema';`,
  ),
  'lib/schema.ts': `export * from './tables';\n`,
  'lib/tables.ts': `import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
export const users = pgTable('user', { id: serial('id').primaryKey(), name: text('name'), email: text('email') });
export const accounts = pgTable('account', {
  userId: integer('userId').references(() => users.id, { onDelete: 'cascade' }),
});
`,
};
const BASE: Record<string, string> = {
  'tsconfig.json': '{}',
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
};
const MODULE = 'lib/clerk-users.ts';
const ROUTE = 'app/api/webhooks/clerk/route.ts';

/** What a run makes of an app: the new files, what it says of rows, and what a second run would still change. */
async function runOn(files: Record<string, string>, preferences: Partial<Preferences> = {}, base = BASE) {
  const dir = folder({
    'package.json': JSON.stringify({ dependencies: { next: '^15.5.9', 'next-auth': '^4.24.0', 'drizzle-orm': '1' } }),
    ...base,
    ...files,
  });
  const plan = async () =>
    planRun(await readProject('.', { cwd: dir }), {
      transforms: TRANSFORMS,
      isPartial: false,
      todo: true,
      preferences: { ...AUTO, ...preferences },
    });
  const { files: planned, report } = await plan();
  const after = planned.map(({ path, after: text }) => [path.slice(dir.length + 1), text] as const);
  fill(dir, Object.fromEntries(after.filter((entry): entry is readonly [string, string] => entry[1] !== null)));
  return {
    after: Object.fromEntries(after) as Record<string, string | undefined>,
    said: report.followUps.filter(({ rule }) => rule === 'auth-config-adapter'),
    events: report.followUps.filter(({ rule }) => rule === 'auth-config-event'),
    again: (await plan()).files,
  };
}

/** The Prisma app with events. */
const withEvents = (events: string, imports = '', files: Record<string, string> = {}) => ({
  ...PRISMA,
  ...files,
  'lib/auth.ts': auth('PrismaAdapter(db)', `import { db } from './db';\n${imports}`, `events: { ${events} } `),
});
const EVENTS = 'lib/clerk-users-events.ts';

describe('the code of events', () => {
  it('runs where the row is written, with its imports and what it needs of its file', async () => {
    const { after, events, again } = await runOn(
      withEvents(
        'async createUser({ user }) { await greet(user.email, FROM); }, signIn: (message) => db.user.count({ where: { id: message.user.id } }),',
        `import { greet as greet } from './mail/greet';\nconst FROM = 'us@example.com';\n`,
        { 'lib/mail/greet.ts': 'export const greet = async (...all: unknown[]) => void all;\n' },
      ),
    );
    expect(after[EVENTS]).toContain("import { greet as greet } from './mail/greet';");
    expect(after[EVENTS]).toContain("const FROM = 'us@example.com';");
    expect(after[EVENTS]).toContain('async createUser({ user }) { await greet(user.email, FROM); },');
    expect(after[EVENTS]).toContain('satisfies UserEvents');
    expect(after[MODULE]).toContain('if (!found) await userEvents.createUser({ user: row });');
    expect(after[ROUTE]).toContain(`if (event.type === 'session.created') await signedIn(event.data.user_id);`);
    expect(events.map(({ title }) => title)).toEqual([
      'events.createUser runs at another time',
      'events.signIn runs at another time',
    ]);
    expect(again).toEqual([]);
  });

  it('runs for each account that somebody brings along', async () => {
    const { after } = await runOn(
      withEvents(
        'linkAccount({ user, account }) { log(user.id, account.provider); },',
        `import { log } from './log';`,
        { 'lib/log.ts': 'export const log = console.log;' },
      ),
    );
    expect(after[MODULE]).toContain('await userEvents.linkAccount({ user: row, account });');
  });

  it.each([
    ['signOut() {},', 'Clerk has no such event'],
    ['signIn({ user, isNewUser }) { if (isNewUser) log(user.id); },', 'it reads isNewUser'],
    ['createUser({ user }) { log(user); },', 'it hands the user on as a whole'],
    ['createUser({ user }) { log(user.role); },', 'it reads user.role, which is no column'],
    ['createUser: log,', 'it is no function in place'],
  ])('is left with its place, and a word on why: %s', async (code, why) => {
    const { after, events } = await runOn(withEvents(code, `import { log } from './log';`));
    expect(after).not.toHaveProperty([EVENTS]);
    expect(events[0]!.detail).toMatch(/^lib\/auth\.ts:\d+/);
    expect(events[0]!.detail).toContain(why);
  });
});

describe('the row of a new user', () => {
  it('is written through the app’s own Prisma, by a route that Clerk calls', async () => {
    const { after, said, again } = await runOn(PRISMA);
    expect(again).toEqual([]);
    expect(after[MODULE]).toContain(`import { db } from './db';`);
    expect(after[MODULE]).toContain('return db.user.create({ data });');
    expect(after[MODULE]).toContain('id: person.externalId ?? person.id,');
    expect(after[ROUTE]).toContain(`import { deleteUser, syncUser } from '../../../../lib/clerk-users';`);
    expect(said).toHaveLength(1);
    expect(said[0]!.detail).toContain('/api/webhooks/clerk with user.created, user.updated, user.deleted');
  });

  it('is written through Drizzle, whose schema is found behind a barrel', async () => {
    const { after, said } = await runOn(DRIZZLE);
    expect(said[0]!.detail).toContain('for up to a minute the session token does not know it yet');
    expect(after[MODULE]).toContain(`import { users } from './schema';`);
    expect(after[MODULE]).toContain('return db.insert(users).values(data).returning()');
    expect(after[MODULE]).not.toContain('id: person');
    expect(after[MODULE]).toContain('updateUser(person.id, { externalId: String(rowId) })');
    expect(after[ROUTE]).toContain('deleteUser');
  });

  it('stays when its person goes, where the app’s own tables refer to it', async () => {
    const own = `${DRIZZLE['lib/tables.ts']}export const posts = pgTable('post', { by: integer('by').references(() => users.id) });\n`;
    const { after, said } = await runOn({ ...DRIZZLE, 'lib/tables.ts': own });
    expect(after[MODULE]).not.toContain('deleteUser');
    expect(after[ROUTE]).toContain('// user.deleted leaves the row: posts refers to it.');
    expect(said[0]!.detail).toContain('posts may refer to it');
  });

  it('is written by a route of the Pages Router, in JavaScript, where the app is such a one', async () => {
    const { after } = await runOn(
      {
        'pages/_app.js': 'export default ({ Component, pageProps }) => <Component {...pageProps} />;\n',
        'lib/db.js': PRISMA['lib/db.ts'],
        'lib/auth.js': PRISMA['lib/auth.ts'].replace(' as any', ''),
        'prisma/schema.prisma': MODEL,
      },
      {},
      {},
    );
    expect(after['lib/clerk-users.js']).not.toMatch(/: (?:string|Row|Profile|ClerkUser)|^type /m);
    expect(after['pages/api/webhooks/clerk.js']).toContain('bodyParser: false');
  });

  it('needs no route where it is written on demand, and nothing where nothing is wanted', async () => {
    const onDemand = await runOn(PRISMA, { sync: 'on-demand' });
    expect(onDemand.after).toHaveProperty([MODULE]);
    expect(onDemand.after).not.toHaveProperty([ROUTE]);
    expect(onDemand.after['lib/clerk-session.ts']).toContain("from './clerk-users'");
    const both = await runOn(PRISMA, { sync: 'both' });
    expect(both.after).toHaveProperty([ROUTE]);
    expect(both.after['lib/clerk-session.ts']).toContain('await ensureUser(userId)');
    const webhook = await runOn(PRISMA, { sync: 'webhook' });
    expect(webhook.after['lib/clerk-session.ts']).not.toContain('ensureUser');
    const none = await runOn(PRISMA, { sync: 'none' });
    expect(none.after).not.toHaveProperty([MODULE]);
    expect(none.said.map(({ title }) => title)).toEqual(['New users need a row']);
  });

  it('bears Clerk’s id where the code sees no other', async () => {
    const { after } = await runOn(PRISMA, { userIds: 'clerk' });
    expect(after[MODULE]).toContain('id: person.id,');
    expect(after[MODULE]).not.toContain('externalId');
  });

  it.each([
    [
      'needs more than Clerk knows',
      { ...PRISMA, 'prisma/schema.prisma': MODEL.replace('name ', 'team  String\n  name ') },
      'a row needs team as well',
    ],
    [
      'is written by code of the app’s own',
      {
        ...PRISMA,
        'lib/auth.ts': auth(
          '{ ...PrismaAdapter(db), createUser }',
          `import { db } from './db';\nimport { createUser } from './users';`,
        ),
      },
      'its createUser() is code of the app’s own',
    ],
    [
      'is another database’s',
      {
        ...PRISMA,
        'lib/auth.ts': auth('FaunaAdapter(db)', `import { FaunaAdapter } from './fauna';\nimport { db } from './db';`),
      },
      'FaunaAdapter is of another kind',
    ],
    [
      'has no schema that could be read',
      { ...PRISMA, 'prisma/schema.prisma': '' },
      'no Prisma schema with a model User',
    ],
  ])('is left to a person, with the SQL, where it %s', async (_, files, why) => {
    const { after, said } = await runOn(files);
    expect(after).not.toHaveProperty([MODULE]);
    expect(said[0]!.detail).toContain(why);
    expect(said[0]!.detail).toContain('INSERT INTO');
  });

  it.each([
    ['one that takes every path', `export { default } from 'next-auth/middleware';\n`],
    [
      'one with a callback',
      `import { withAuth } from 'next-auth/middleware';
export default withAuth({ callbacks: { authorized: ({ token }) => token !== null } });
`,
    ],
    [
      'one of the app’s own',
      `import { getToken } from 'next-auth/jwt';
import { NextResponse } from 'next/server';
export default async function middleware(req) {
  const token = await getToken({ req });
  if (!token) return NextResponse.redirect(new URL('/login', req.url));
}
`,
    ],
  ])('is reached through the middleware, %s', async (_, middleware) => {
    const { after } = await runOn({ ...PRISMA, 'middleware.ts': middleware });
    expect(after['middleware.ts']).toMatch(/pathname [!=]== '\/api\/webhooks\/clerk'/);
    const closed = await runOn({ ...PRISMA, 'middleware.ts': middleware }, { sync: 'none' });
    expect(closed.after['middleware.ts']).not.toContain('webhooks');
  });

  it('needs no way through a middleware that does not reach it', async () => {
    const { after } = await runOn({
      ...PRISMA,
      'middleware.ts': `export { default } from 'next-auth/middleware';\nexport const config = { matcher: ['/app/:path*'] };\n`,
    });
    expect(after['middleware.ts']).toContain('clerkMiddleware');
    expect(after['middleware.ts']).not.toContain('webhooks');
  });

  it('leaves a file of the app’s own that has the name', async () => {
    const own = { 'app/api/webhooks/clerk/route.ts': 'export const POST = () => new Response();\n' };
    const { after } = await runOn({ ...PRISMA, ...own });
    expect(after).not.toHaveProperty([ROUTE]);
    expect(after).toHaveProperty(['app/api/clerk-webhook/route.ts']);
  });
});
