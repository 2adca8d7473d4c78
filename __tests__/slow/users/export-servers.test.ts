import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { drizzle as drizzleMysql } from 'drizzle-orm/mysql2';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { createPool } from 'mysql2/promise';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drizzleAdapter, pgAdapter } from '../../helpers/auth-adapters.js';
import { comparable, RECORDS, signUp } from '../../helpers/auth-people.js';
import * as mysqlSchema from '../../helpers/auth-schemas/drizzle-mysql.js';
import * as pgSchema from '../../helpers/auth-schemas/drizzle-pg.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  PASSWORD,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { folder } from '../../runner/folder.js';
import { recordsOf, runExport } from '../../users/export/run.js';

// Nothing may depend on the zone of the machine.
process.env['TZ'] = 'Pacific/Auckland';

const MAP = ['role=publicMetadata.role'];
const schemaFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../helpers/auth-schemas/${name}.ts`), 'utf8');

/** Exports an app whose environment names the database, and compares. */
async function exportEverybody(dir: string): Promise<{ userId: string; [field: string]: unknown }[]> {
  const { code, out, err } = await runExport(dir, { map: MAP });
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^reading [^\n]*\n$/) });
  expect(out + err).not.toContain(PASSWORD);
  expect(out + err).not.toContain(encodeURIComponent(PASSWORD));
  const records = recordsOf(dir);
  expect(comparable(records).people).toEqual(RECORDS);
  return records;
}

describe.skipIf(isMissing(noPostgres))('PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server.stop());

  it('filled by Auth.js’s adapter for pg, without a schema beside it', async () => {
    const url = await server.create('plain');
    const pool = new Pool({ connectionString: url });
    await pool.query(`
      CREATE TABLE verification_token (identifier TEXT NOT NULL, expires TIMESTAMPTZ NOT NULL, token TEXT NOT NULL, PRIMARY KEY (identifier, token));
      CREATE TABLE accounts (id SERIAL, "userId" INTEGER NOT NULL, type VARCHAR(255) NOT NULL, provider VARCHAR(255) NOT NULL, "providerAccountId" VARCHAR(255) NOT NULL, refresh_token TEXT, access_token TEXT, expires_at BIGINT, id_token TEXT, scope TEXT, session_state TEXT, token_type TEXT, PRIMARY KEY (id));
      CREATE TABLE sessions (id SERIAL, "userId" INTEGER NOT NULL, expires TIMESTAMPTZ NOT NULL, "sessionToken" VARCHAR(255) NOT NULL, PRIMARY KEY (id));
      CREATE TABLE users (id SERIAL, name VARCHAR(255), email VARCHAR(255), "emailVerified" TIMESTAMPTZ, image TEXT, role TEXT, password TEXT, PRIMARY KEY (id))`);
    await signUp(await pgAdapter(pool), (id, { password, role }) =>
      pool.query('UPDATE users SET password = $1, role = $2 WHERE id = $3', [password, role, id]),
    );
    await pool.end();
    const records = await exportEverybody(folder({ '.env.local': `DATABASE_URL="${url}"\n` }));
    expect(records.map(({ userId }) => userId)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('filled by the adapter for Drizzle, with a prefix before the tables', async () => {
    const url = await server.create('shop');
    const pool = new Pool({ connectionString: url });
    for (const statement of pgSchema.DDL) await pool.query(statement);
    const db = drizzlePg({ client: pool });
    const { users, accounts } = pgSchema;
    await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), (id, { password, role }) =>
      db
        .update(users)
        .set({ passwordHash: password, role, createdAt: new Date('2024-05-06T07:08:09Z') })
        .where(eq(users.id, id)),
    );
    await pool.end();
    const dir = folder({ 'src/db/schema.ts': schemaFile('drizzle-pg'), '.env': `POSTGRES_URL=${url}\n` });
    const records = await exportEverybody(dir);
    expect(new Set(records.map(({ createdAt }) => createdAt))).toEqual(new Set(['2024-05-06T07:08:09.000Z']));
  });

  it('says so where the connection is cut in the middle, and leaves no file', async () => {
    const url = await server.create('cut');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, "emailVerified" TIMESTAMPTZ)');
    await client.query(`INSERT INTO users SELECT i, 'u' || i || '@example.com' FROM generate_series(1, 200000) i`);
    const dir = folder({ '.env': `DATABASE_URL=${url}\n` });
    const ending = runExport(dir);
    const cut = async (): Promise<void> => {
      const { rows } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'authjs-clerk-codemod' AND query LIKE '%id" > %'`,
      );
      if (rows.length === 0) await cut();
    };
    await cut();
    const { code, out, err } = await ending;
    await client.end();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/\nnothing was written: [^\n]+\n$/);
    expect(readFileSync(join(dir, '.env'), 'utf8')).toContain(url);
    expect(() => recordsOf(dir)).toThrow(/ENOENT/);
  });
});

describe.skipIf(isMissing(noMariadb))('MariaDB', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startMariadb()));
  afterAll(() => server.stop());

  it('filled by the adapter for Drizzle', async () => {
    const url = await server.create('shop');
    const pool = createPool(url);
    for (const statement of mysqlSchema.DDL) await pool.query(statement);
    const db = drizzleMysql({ client: pool });
    const { users, accounts } = mysqlSchema;
    await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), (id, { password, role }) =>
      db.update(users).set({ hashedPassword: password, role }).where(eq(users.id, id)),
    );
    await pool.end();
    // Prisma's parameters mean nothing to the driver.
    const env = `DATABASE_URL="${url}?connection_limit=5&pool_timeout=2"\n`;
    const records = await exportEverybody(folder({ 'src/schema.ts': schemaFile('drizzle-mysql'), '.env': env }));
    expect(records).toHaveLength(RECORDS.length);
  });
});
