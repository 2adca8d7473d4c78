import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzleMysql } from 'drizzle-orm/mysql2';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { createPool } from 'mysql2/promise';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import type { Row } from '../../../lib/users/database/types.js';
import { verifyUsers } from '../../../lib/users/verify.js';
import { drizzleAdapter } from '../../helpers/auth-adapters.js';
import { PEOPLE, signUp } from '../../helpers/auth-people.js';
import * as mysqlSchema from '../../helpers/auth-schemas/drizzle-mysql.js';
import * as pgSchema from '../../helpers/auth-schemas/drizzle-pg.js';
import * as sqliteSchema from '../../helpers/auth-schemas/drizzle-sqlite.js';
import { prismaDdl, type PrismaProvider } from '../../helpers/auth-schemas/prisma.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { installPrisma, prismaApp } from '../../helpers/prisma.js';
import { runSql } from '../../helpers/run-sql.js';
import { runExport } from '../../users/export/run.js';
import { runIdMap } from '../../users/id-map/run.js';
import { contents } from '../../users/id-map/shop.js';
import { lastLine, sandbox, type Sandbox } from '../../users/import/sandbox.js';

type Contents = Record<string, readonly Row[]>;

const read = async (url: string): Promise<Contents> => {
  const database = await openDatabase(readAddress(url, 'the test', ['/']), { writes: false });
  return contents(database).finally(() => database.close());
};

const verify = (box: Sandbox) =>
  box.run((output) =>
    verifyUsers(
      { cwd: box.folder, path: 'users.json', format: 'text', isAttended: false, rate: 10_000, timeout: 5, patience: 2 },
      output,
    ),
  );

/** Where the app keeps its users and who a linked account is of. */
interface Names {
  readonly users: string;
  readonly accounts: string;
  readonly userId: string;
}

/** All rows before the move, and after the rollback. */
interface Moved {
  readonly before: Contents;
  readonly restored: Contents;
}

/** The whole move of an app whose people have signed up: export, import, id-map, verify; then the rollback. */
async function move(box: Sandbox, url: string, { users, accounts, userId }: Names): Promise<Moved> {
  const before = await read(url);
  const exported = await runExport(box.folder, { databaseUrl: url });
  expect({ code: exported.code, out: exported.out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^6 users written to users\.json/),
  });
  expect(await read(url)).toEqual(before);
  const imported = await box.import('users.json', { reserveUnverified: true });
  expect(lastLine(imported.out)).toBe('read 6 = created 6 + updated 0 + skipped 0 + failed 0');

  const mapped = await runIdMap(box.folder, { databaseUrl: url, yes: true });
  expect([mapped.code, mapped.out]).toEqual([0, expect.stringContaining('11 ids rewritten in 2 columns')]);
  const clerkOf = (row: Row, column: string): string => box.fake.store.byExternalId.get(String(row[column]))!.id;
  const after = await read(url);
  const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(after[users]!)).toEqual(sorted(before[users]!.map((row) => ({ ...row, id: clerkOf(row, 'id') }))));
  expect(sorted(after[accounts]!)).toEqual(
    sorted(before[accounts]!.map((row) => ({ ...row, [userId]: clerkOf(row, userId) }))),
  );
  const ids = new Set(after[users]!.map(({ id }) => id));
  expect(after[accounts]!.filter((row) => !ids.has(row[userId]!))).toEqual([]);
  expect((await verify(box)).code).toBe(0);

  await runSql(url, readFileSync(box.path('id-map-rollback.sql'), 'utf8'));
  expect(PEOPLE).toHaveLength(before[users]!.length);
  return { before, restored: await read(url) };
}

const schemaFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../helpers/auth-schemas/${name}.ts`), 'utf8');

async function prismaMove(box: Sandbox, provider: PrismaProvider, url: string): Promise<Moved> {
  for (const statement of prismaDdl(provider)) await runSql(url, statement);
  const app = await prismaApp(box.folder, provider, url);
  await signUp(app.adapter, app.complete);
  await app.close();
  return move(box, url, { users: 'app_users', accounts: 'logins', userId: 'member_id' });
}

const withoutPrisma = isMissing(installPrisma());

describe('SQLite', () => {
  it('filled by the adapter for Drizzle', async () => {
    const box = await sandbox();
    const { users, accounts, DDL } = sqliteSchema;
    const file = new Sqlite(box.path('app.db'));
    for (const statement of DDL) file.exec(statement);
    const db = drizzleSqlite({ client: file });
    await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), (id, own) =>
      db.update(users).set(own).where(eq(users.id, id)),
    );
    file.close();
    box.write('schema.ts', schemaFile('drizzle-sqlite'));
    const { before, restored } = await move(box, box.path('app.db'), {
      users: 'app_users',
      accounts: 'app_logins',
      userId: 'member',
    });
    expect(restored).toEqual(before);
  });

  it.skipIf(withoutPrisma)('filled by the adapter for Prisma', async () => {
    const box = await sandbox();
    new Sqlite(box.path('app.db')).close();
    const { before, restored } = await prismaMove(box, 'sqlite', `file:${box.path('app.db')}`);
    expect(restored).toEqual(before);
  });
});

describe.skipIf(isMissing(noPostgres))('PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server.stop());

  it('filled by the adapter for Drizzle', async () => {
    const box = await sandbox();
    const url = await server.create('drizzle');
    const { users, accounts, DDL } = pgSchema;
    const pool = new Pool({ connectionString: url });
    for (const statement of DDL) await pool.query(statement);
    const db = drizzlePg({ client: pool });
    await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), (id, { password, role }) =>
      db.update(users).set({ passwordHash: password, role }).where(eq(users.id, id)),
    );
    await pool.end();
    box.write('schema.ts', schemaFile('drizzle-pg'));
    const { before, restored } = await move(box, url, {
      users: 'shop_user',
      accounts: 'shop_account',
      userId: 'userId',
    });
    expect(restored).toEqual(before);
  });

  it.skipIf(withoutPrisma)('filled by the adapter for Prisma', async () => {
    const { before, restored } = await prismaMove(await sandbox(), 'postgresql', await server.create('prisma'));
    expect(restored).toEqual(before);
  });
});

describe.skipIf(isMissing(noMariadb))('MariaDB', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startMariadb()));
  afterAll(() => server.stop());

  it('filled by the adapter for Drizzle', async () => {
    const box = await sandbox();
    const url = await server.create('drizzle');
    const { users, accounts, DDL } = mysqlSchema;
    const pool = createPool(url);
    for (const statement of DDL) await pool.query(statement);
    const db = drizzleMysql({ client: pool });
    await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), (id, { password, role }) =>
      db.update(users).set({ hashedPassword: password, role }).where(eq(users.id, id)),
    );
    await pool.end();
    box.write('schema.ts', schemaFile('drizzle-mysql'));
    const { before, restored } = await move(box, url, { users: 'user', accounts: 'account', userId: 'user_id' });
    expect(restored).toEqual(before);
  });

  it.skipIf(withoutPrisma)('filled by the adapter for Prisma', async () => {
    const { before, restored } = await prismaMove(await sandbox(), 'mysql', await server.create('prisma'));
    expect(restored).toEqual(before);
  });
});
