import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isMissing, noPostgres, startPostgres, type TestServer } from '../helpers/databases.js';
import { ClerkStandIn } from './webhook/clerk-stand-in.js';
import { delivery, migrated, SECRET, type AppFiles } from './webhook/app.js';

interface Row {
  id: string | number;
  name: string | null;
  email: string | null;
}

/** A real database, the app's files for it, and what the test asks of it by itself. */
interface Store {
  readonly app: AppFiles;
  query(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

const columns = (type: string) => `name: text('name'), email: text('email').unique(), image: text('image'), ${type}`;

/** A SQLite file: ids are texts that the adapter made. */
async function sqlite(folder: string): Promise<Store> {
  const file = join(folder, 'app.db');
  const database = new Database(file);
  database.exec(`CREATE TABLE "user" (id TEXT PRIMARY KEY, name TEXT, email TEXT UNIQUE, image TEXT, "emailVerified" INTEGER);
CREATE TABLE account ("userId" TEXT NOT NULL REFERENCES "user"(id) ON DELETE CASCADE, provider TEXT);`);
  return {
    app: {
      db: `import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
export const db = drizzle(new Database(${JSON.stringify(file)}));
`,
      schema: `import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const users = sqliteTable('user', {
  id: text('id').primaryKey().$defaultFn(() => crypto.randomUUID()),
  ${columns(`emailVerified: integer('emailVerified', { mode: 'timestamp_ms' })`)},
});
export const accounts = sqliteTable('account', {
  userId: text('userId').notNull().references(() => users.id, { onDelete: 'cascade' }),
});
`,
    },
    query: async (sql) => database.prepare(sql).all() as Row[],
    close: async () => void database.close(),
  };
}

/** PostgreSQL: the database makes the ids, and a table of the app's own refers to them. */
async function postgres(server: TestServer): Promise<Store> {
  const url = await server.create('webhook');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE "user" (id SERIAL PRIMARY KEY, name TEXT, email TEXT UNIQUE, image TEXT, "emailVerified" TIMESTAMP);
CREATE TABLE post (by INTEGER NOT NULL REFERENCES "user"(id));`);
  return {
    app: {
      db: `import { drizzle } from 'drizzle-orm/node-postgres';
export const db = drizzle(${JSON.stringify(url)});
`,
      schema: `import { integer, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
export const users = pgTable('user', {
  id: serial('id').primaryKey(),
  ${columns(`emailVerified: timestamp('emailVerified', { mode: 'date' })`)},
});
export const posts = pgTable('post', { by: integer('by').notNull().references(() => users.id) });
`,
    },
    query: async (sql) => (await client.query<Row>(sql)).rows,
    close: () => client.end(),
  };
}

const clerk = new ClerkStandIn();
let server: TestServer | undefined;
const folders: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, {
    CLERK_API_URL: await clerk.start(),
    CLERK_SECRET_KEY: 'sk_test_abc',
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('clerk.example.com$').toString('base64')}`,
    CLERK_WEBHOOK_SIGNING_SECRET: SECRET,
    CLERK_TELEMETRY_DISABLED: '1',
  });
});

afterAll(async () => {
  await clerk.stop();
  await server?.stop();
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

const CASES = [
  {
    name: 'a SQLite file, with ids that may be Clerk’s',
    open: () => sqlite(newFolder()),
    isNumber: false,
    missing: undefined,
  },
  {
    name: 'PostgreSQL, with ids that it makes',
    open: async () => postgres((server = await startPostgres())),
    isNumber: true,
    missing: noPostgres,
  },
];

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'acc-webhook-db-'));
  folders.push(dir);
  return dir;
}

describe.each(CASES.filter(({ missing }) => !isMissing(missing)))(
  'the generated webhook on $name',
  ({ open, isNumber }) => {
    let store: Store;
    let app: Awaited<ReturnType<typeof migrated>>;
    const rows = () => store.query('SELECT id, name, email FROM "user" ORDER BY email');
    const send = async (type: string, data: object) => (await app.route.POST(delivery(type, data))).status;
    const ADA = 'user_2abcdefghijklmnopqrstuvwxyz1';
    const BOB = 'user_2abcdefghijklmnopqrstuvwxyz2';

    beforeAll(async () => {
      store = await open();
      app = await migrated(store.app);
      folders.push(app.dir);
    });

    beforeEach(async () => {
      clerk.people.clear();
      clerk.people.set(ADA, { id: ADA, first_name: 'Ada', last_name: 'King', email: 'ada@example.com' });
      for (const { id } of await rows())
        if (typeof id === 'number') await store.query(`DELETE FROM post WHERE by = ${id} RETURNING by AS id`);
      await store.query('DELETE FROM "user" RETURNING id');
    });

    afterAll(async () => {
      await app.db.$client.end?.();
      app.db.$client.close?.();
      await store.close();
    });

    it('writes a row once, however often and in whatever order it is told', async () => {
      expect(await send('user.updated', { id: ADA })).toBe(204);
      expect(await send('user.created', { id: ADA })).toBe(204);
      expect(await send('user.created', { id: ADA })).toBe(204);
      const [row, ...others] = await rows();
      expect(others).toEqual([]);
      expect(row).toMatchObject({ name: 'Ada King', email: 'ada@example.com' });
      expect(clerk.people.get(ADA)!.external_id ?? ADA).toBe(String(row!.id));
    });

    it('runs the app’s own code of the events, once for each that happens', async () => {
      app.notes.length = 0;
      await send('user.created', { id: ADA });
      await send('user.created', { id: ADA });
      await send('session.created', { id: 'sess_1', user_id: ADA });
      Object.assign(clerk.people.get(ADA)!, { email: 'new@example.com' });
      await send('user.updated', { id: ADA });
      await send('user.updated', { id: ADA });
      expect(app.notes).toEqual(['created ada@example.com', 'signed in ada@example.com', 'updated new@example.com']);
    });

    it('goes by what holds now, and not by what an event says', async () => {
      await send('user.created', { id: ADA });
      Object.assign(clerk.people.get(ADA)!, { last_name: 'Lovelace', email: 'countess@example.com' });
      await send('user.updated', { id: ADA, first_name: 'An', last_name: 'Older', email_addresses: [] });
      const before = await rows();
      expect(before).toEqual([expect.objectContaining({ name: 'Ada Lovelace', email: 'countess@example.com' })]);
      await send('user.created', { id: ADA, first_name: 'An', last_name: 'Older' });
      expect(await rows()).toEqual(before);
    });

    it('keeps what Clerk does not have', async () => {
      await send('user.created', { id: ADA });
      Object.assign(clerk.people.get(ADA)!, {
        first_name: null,
        last_name: null,
        email: 'new@example.com',
        isVerified: false,
      });
      await send('user.updated', { id: ADA });
      expect(await rows()).toEqual([expect.objectContaining({ name: 'Ada King', email: 'ada@example.com' })]);
    });

    it('does not bring somebody back who is gone', async () => {
      clerk.people.delete(ADA);
      await send('user.deleted', { id: ADA, deleted: true });
      expect(await send('user.created', { id: ADA })).toBe(204);
      expect(await rows()).toEqual([]);
    });

    it('removes the row of somebody who is gone, once, and leaves one that other tables refer to', async () => {
      await send('user.created', { id: ADA });
      const [{ id } = { id: 0 }] = await rows();
      if (isNumber) await store.query(`INSERT INTO post VALUES (${id}) RETURNING by AS id`);
      const gone = { id: ADA, deleted: true, ...(isNumber && { external_id: String(id) }) };
      clerk.people.delete(ADA);
      expect([await send('user.deleted', gone), await send('user.deleted', gone)]).toEqual([204, 204]);
      expect(await rows()).toHaveLength(isNumber ? 1 : 0);
    });

    it('finds the row of somebody whose account was moved, and that of a former user by the verified address', async () => {
      const id = isNumber ? 4711 : 'old-1';
      await store.query(
        `INSERT INTO "user" (id, name, email) VALUES (${isNumber ? id : `'${id}'`}, 'A. K.', 'ada@example.com') RETURNING id`,
      );
      await send('user.created', { id: ADA });
      expect(await rows()).toEqual([{ id, name: 'Ada King', email: 'ada@example.com' }]);
      expect(clerk.people.get(ADA)!.external_id).toBe(String(id));
      Object.assign(clerk.people.get(ADA)!, { email: 'elsewhere@example.com' });
      await send('user.updated', { id: ADA });
      expect(await rows()).toEqual([{ id, name: 'Ada King', email: 'elsewhere@example.com' }]);
    });

    it('gives nobody the row of another who had the address before', async () => {
      await send('user.created', { id: ADA });
      Object.assign(clerk.people.get(ADA)!, { email: 'moved@example.com' });
      clerk.people.set(BOB, { id: BOB, first_name: 'Bob', email: 'ada@example.com' });
      expect(await send('user.created', { id: BOB })).toBe(204);
      expect(await rows()).toEqual([
        expect.objectContaining({ name: 'Bob', email: 'ada@example.com' }),
        expect.objectContaining({ name: 'Ada King', email: 'moved@example.com' }),
      ]);
    });

    it('takes an address for no one’s that is not verified', async () => {
      await send('user.created', { id: ADA });
      clerk.people.set(BOB, { id: BOB, first_name: 'Bob', email: 'ada@example.com', isVerified: false });
      await send('user.created', { id: BOB });
      expect((await rows()).map(({ name, email }) => ({ name, email }))).toEqual(
        expect.arrayContaining([
          { name: 'Ada King', email: 'ada@example.com' },
          { name: 'Bob', email: null },
        ]),
      );
    });

    it('refuses what Clerk did not sign, and touches nothing', async () => {
      const before = clerk.requests.length;
      const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const forged = delivery(
        'user.created',
        { id: ADA },
        { secret: `whsec_${Buffer.from('somebody else').toString('base64')}` },
      );
      const old = delivery('user.created', { id: ADA }, { at: new Date(Date.now() - 3_600_000) });
      const bare = new Request('https://app.example/api/webhooks/clerk', {
        method: 'POST',
        body: '{"type":"user.created"}',
      });
      const changed = delivery('user.created', { id: ADA });
      const altered = new Request(changed.url, {
        method: 'POST',
        headers: changed.headers,
        body: '{"type":"user.deleted","data":{}}',
      });
      for (const request of [forged, old, bare, altered]) expect((await app.route.POST(request)).status).toBe(400);
      expect(said).toHaveBeenCalledTimes(4);
      said.mockRestore();
      expect(await rows()).toEqual([]);
      expect(clerk.requests.length).toBe(before);
    });

    it('writes the row at the first request that comes before it, and once where both come at a time', async () => {
      const [made] = await Promise.all([
        app.users.ensureUser(ADA),
        app.users.ensureUser(ADA),
        send('user.created', { id: ADA }),
      ]);
      const [row, ...others] = await rows();
      expect(others).toEqual([]);
      expect(made!.id).toBe(row!.id);
      expect(await app.users.ensureUser('user_nobody')).toBeNull();
    });
  },
);
