import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseRecord } from '../../../lib/users/record.js';
import { drizzleAdapter } from '../../helpers/auth-adapters.js';
import { comparable, RECORDS, signUp } from '../../helpers/auth-people.js';
import { accounts, DDL, users } from '../../helpers/auth-schemas/drizzle-sqlite.js';
import { folder } from '../../runner/folder.js';
import { modeOf, recordsOf, runExport } from './run.js';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../helpers/auth-schemas/drizzle-sqlite.ts'), 'utf8');
const MAP = ['role=publicMetadata.role'];

/** An app with a database that Auth.js's adapter for Drizzle filled. */
async function app(): Promise<string> {
  const dir = folder({ 'db/schema.ts': SCHEMA, '.env': 'DATABASE_URL="file:./data/app.db"\n' });
  mkdirSync(join(dir, 'data'));
  const file = new Sqlite(join(dir, 'data/app.db'));
  for (const statement of DDL) file.exec(statement);
  const db = drizzle({ client: file });
  await signUp(await drizzleAdapter(db, { usersTable: users, accountsTable: accounts }), async (id, own) =>
    db.update(users).set(own).where(eq(users.id, id)),
  );
  file.close();
  return dir;
}

describe('an app on Drizzle and SQLite', () => {
  let dir: string;
  beforeEach(async () => void (dir = await app()));

  it('is exported by the names in its schema, from the address in its env file', async () => {
    const { code, out, err } = await runExport(dir, { map: MAP });
    expect({ code, err }).toEqual({
      code: 0,
      err: `reading file:${dir}/data/app.db (DATABASE_URL in .env), names from db/schema.ts\n`,
    });
    const { people, ids } = comparable(recordsOf(dir));
    expect(people).toEqual(RECORDS);
    expect(new Set(ids).size).toBe(RECORDS.length);
    const lines = out.split('\n');
    expect(lines[0]).toBe('6 users written to users.json');
    expect(lines[1]).toMatch(/addresses {2}3 verified \((?=.*1 by google)(?=.*1 by github)(?=.*1 by the column)/);
    expect(lines[1]).toMatch(/, 3 unverified, 0 users without one$/);
    expect(lines[2]).toBe('  passwords  1 (1 bcrypt)');
    expect(lines[3]).toBe('  accounts   4 users with linked OAuth accounts');
  });

  it('writes files that only their owner may read, and that the import takes', async () => {
    for (const format of ['json', 'ndjson', 'csv', 'clerk-migrate']) {
      expect((await runExport(dir, { format, map: MAP, out: `out.${format}` })).code).toBe(0);
      expect(modeOf(join(dir, `out.${format}`))).toBe(0o600);
    }
    const text = (name: string): string => readFileSync(join(dir, name), 'utf8');
    const json = recordsOf(dir, 'out.json');
    expect(
      text('out.ndjson')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(json);
    const imported = json.map((record) => parseRecord(record));
    expect(imported.every(({ ok }) => ok)).toBe(true);

    const cells = parse(text('out.csv'), { columns: true }) as Record<string, string>[];
    const fromCsv = cells.map(({ publicMetadata, accounts: linked, ...rest }) =>
      parseRecord({
        ...Object.fromEntries(Object.entries(rest).map(([name, cell]) => [name, cell === '' ? null : cell])),
        ...(publicMetadata === '' ? {} : { publicMetadata: JSON.parse(publicMetadata!) }),
        accounts: linked,
      }),
    );
    expect(fromCsv).toEqual(imported);

    const { users: migrated, ...envelope } = JSON.parse(text('out.clerk-migrate'));
    expect(envelope).toEqual({
      clerkMigrate: 1,
      source: 'authjs',
      exportedAt: expect.any(String),
      runId: expect.any(String),
    });
    const addresses = (migrated as { email?: string; unverifiedEmailAddresses?: string[] }[]).map((user) =>
      user.email === undefined ? [user.unverifiedEmailAddresses, false] : [[user.email], true],
    );
    expect(addresses).toEqual(json.map(({ email, emailVerified }) => [[email], emailVerified !== null]));
    expect(migrated.map((user: object) => parseRecord(user))).toEqual(imported);
  });

  it('trusts addresses where told, and says what that means', async () => {
    const { out } = await runExport(dir, { trustEmails: true });
    expect(recordsOf(dir).every(({ emailVerified }) => emailVerified !== null)).toBe(true);
    expect(out).toMatch(/--trust-emails: whoever owns one of these addresses can sign in/);
  });

  it('writes through a symbolic link, and gives the file that it leads to a mode of its own', async () => {
    writeFileSync(join(dir, 'data/real.json'), 'old', { mode: 0o644 });
    symlinkSync('data/real.json', join(dir, 'users.json'));
    expect((await runExport(dir)).code).toBe(0);
    expect(readlinkSync(join(dir, 'users.json'))).toBe('data/real.json');
    expect(recordsOf(dir, 'data/real.json')).toHaveLength(RECORDS.length);
    expect(modeOf(join(dir, 'data/real.json'))).toBe(0o600);
  });

  it('leaves the database as it was', async () => {
    const before = readFileSync(join(dir, 'data/app.db'));
    await runExport(dir);
    expect(readFileSync(join(dir, 'data/app.db')).equals(before)).toBe(true);
    expect(readdirSync(join(dir, 'data'))).toEqual(['app.db']);
  });

  it.each([
    [{ map: ['rol=publicMetadata.role'] }, /has no column “rol”/],
    [{ format: 'xml' }, /no format “xml”/],
    [{ out: 'nowhere/users.json' }, /nowhere\/users\.json can't be written: there is no folder .*nowhere/],
    [{ out: 'data' }, /--out data is a folder/],
    [{ out: '/dev/null' }, /--out \/dev\/null is no file/],
    [{ app: 'nowhere' }, /there is no folder nowhere/],
    [{ usersTable: 'people' }, /no table “people”/],
    [{ databaseUrl: 'file:./none.db' }, /no SQLite file/],
    [{ databaseUrl: 'db/schema.ts' }, /not a database/],
  ])('refuses %j in one line, and writes nothing', async (options, message) => {
    writeFileSync(join(dir, 'users.json'), 'kept');
    const files = readdirSync(dir);
    const { code, out, err } = await runExport(dir, options);
    const lines = err
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('reading '));
    expect({ lines, out }).toEqual({ lines: [expect.stringMatching(message)], out: '' });
    expect(code).not.toBe(0);
    expect(readdirSync(dir)).toEqual(files);
    expect(readFileSync(join(dir, 'users.json'), 'utf8')).toBe('kept');
  });
});

describe('a database without a schema beside it', () => {
  const create = (statements: readonly string[]): string => {
    const dir = folder();
    const file = new Sqlite(join(dir, 'app.db'));
    for (const statement of statements) file.exec(statement);
    file.close();
    return dir;
  };
  const USERS =
    'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, email_verified TEXT, first_name TEXT, last_name TEXT, nick TEXT, settings TEXT, phc TEXT, created_at TEXT)';

  it('is read page by page, more users than a page holds, each with their accounts', async () => {
    const dir = create([
      USERS,
      'CREATE TABLE accounts (user_id INTEGER, provider TEXT, provider_account_id TEXT)',
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) INSERT INTO users (id, email) SELECT i * 3, 'u' || i || '@example.com' FROM n",
      "INSERT INTO accounts SELECT id, 'github', 'gh' || id FROM users WHERE id % 2 = 0",
    ]);
    expect((await runExport(dir, { databaseUrl: 'app.db', format: 'ndjson' })).code).toBe(0);
    const lines = readFileSync(join(dir, 'users.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(10001);
    expect(new Set(lines.map(({ userId }) => userId)).size).toBe(10001);
    for (const { userId, accounts: linked } of lines) {
      expect(linked).toEqual(
        Number(userId) % 2 === 0 ? [{ provider: 'github', providerAccountId: `gh${userId}` }] : undefined,
      );
    }
  });

  it('carries names, dates, JSON and other fields as they are meant', async () => {
    const dir = create([
      USERS,
      `INSERT INTO users VALUES (7, 'a@example.com', '2024-01-02 03:04:05', 'Ada', 'Lovelace', 'ada', '{"theme":"dark"}', '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b3dWRWJTmaaJObG4G5g5uQ3Zyc', '2023-01-01 00:00:00')`,
      "INSERT INTO users (id, email) VALUES (8, '  ')",
    ]);
    const map = ['nick=username', 'settings=privateMetadata.app.settings'];
    const { out } = await runExport(dir, { databaseUrl: 'app.db', map });
    expect(recordsOf(dir)).toEqual([
      {
        userId: '7',
        email: 'a@example.com',
        emailVerified: '2024-01-02T03:04:05.000Z',
        username: 'ada',
        firstName: 'Ada',
        lastName: 'Lovelace',
        createdAt: '2023-01-01T00:00:00.000Z',
        // No name says so: it is the only column whose text can be nothing but a digest.
        password: expect.stringMatching(/^\$argon2id\$/),
        passwordHasher: 'argon2id',
        privateMetadata: { app: { settings: { theme: 'dark' } } },
      },
      { userId: '8' },
    ]);
    expect(out).toMatch(/1 users? without one/);
  });

  it('carries phone numbers as what they are, and says that deleted users are written too', async () => {
    const dir = create([
      'CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT, work_phone TEXT, mobile TEXT, deleted_at TEXT)',
      "INSERT INTO users VALUES ('1', NULL, '+15550001111', '+15550002222', NULL)",
    ]);
    const map = ['work_phone=unverifiedPhone', 'mobile=phone'];
    const { out } = await runExport(dir, { databaseUrl: 'app.db', map });
    expect(recordsOf(dir)).toEqual([{ userId: '1', phone: '+15550002222', unverifiedPhoneNumbers: ['+15550001111'] }]);
    expect(out).toMatch(/Users whose deleted_at is set were written like all others\./);
    await runExport(dir, { databaseUrl: 'app.db', map, format: 'csv' });
    const [row] = parse(readFileSync(join(dir, 'users.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
    expect([row!['phone'], row!['unverifiedPhoneNumbers']]).toEqual(['+15550002222', '+15550001111']);
  });

  it('names what is left behind', async () => {
    const dir = create([
      'CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT, name TEXT, password TEXT, plan TEXT, api_key_hash TEXT)',
      "INSERT INTO users VALUES ('1', 'a@example.com', 'A', 'hunter2', 'pro', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy')",
    ]);
    const { out } = await runExport(dir, { databaseUrl: 'app.db' });
    expect(recordsOf(dir)).toEqual([{ userId: '1', email: 'a@example.com', emailVerified: null, firstName: 'A' }]);
    expect(out).toMatch(/1 passwords? stays? behind, .*\(1 in no known form\)/);
    expect(out).toMatch(/not carried: plan, api_key_hash \(--map plan=publicMetadata\.plan/);
    expect(out).not.toContain('hunter2');
  });

  it('is written as an empty list where nobody has signed up', async () => {
    const dir = create([USERS]);
    expect((await runExport(dir, { databaseUrl: 'app.db' })).out).toBe('0 users written to users.json\n');
    expect(recordsOf(dir)).toEqual([]);
  });
});

describe('the address', () => {
  it('is asked for where there is none', async () => {
    const { code, err } = await runExport(folder());
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^no database address was found: set DATABASE_URL/),
    });
  });

  it('comes from the variable that the schema names, by way of others, from where Next.js looks first', async () => {
    const dir = folder({
      'prisma/schema.prisma':
        'datasource db {\n  provider = "sqlite"\n  url = env("SHOP_DB")\n}\nmodel User {\n  id String @id\n  email String\n}\n',
      '.env': 'FOLDER=./data\nSHOP_DB=file:${FOLDER}/shop.db\nDATABASE_URL=postgres://u:s3cret@127.0.0.1:1/x\n',
      '.env.local': 'FOLDER=../real\n',
      'real/shop.db': '',
    });
    const { err } = await runExport(dir);
    expect(err).toMatch(
      new RegExp(`^reading file:${dir}/real/shop\\.db \\(SHOP_DB in \\.env\\), names from prisma/schema\\.prisma`),
    );
    expect(err).toMatch(/no table of users was found/);
  });

  it('is warned of where a password stands on the command line, and never printed with it', async () => {
    const dir = folder();
    const { code, out, err } = await runExport(dir, { databaseUrl: 'postgres://app:s3cret@127.0.0.1:1/shop' });
    expect(code).toBe(2);
    expect(err).toMatch(/^warning: .*list of processes/);
    expect(err).toMatch(/can't connect to postgres:\/\/app@127\.0\.0\.1:1\/shop: .*ECONNREFUSED/);
    expect(out + err).not.toContain('s3cret');
    expect(existsSync(join(dir, 'users.json'))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('a folder without permission is one line', async () => {
    const dir = folder({ 'app.db': '' });
    chmodSync(dir, 0o500);
    expect((await runExport(dir, { databaseUrl: 'app.db' })).err).toMatch(/can't be written: EACCES/);
    chmodSync(dir, 0o700);
  });
});
