import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import type { Row } from '../../../lib/users/database/types.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  PASSWORD,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { runSql } from '../../helpers/run-sql.js';
import { folder } from '../../runner/folder.js';
import { idMapContract } from '../../users/id-map/contract.js';
import { runIdMap } from '../../users/id-map/run.js';

const CLERK_ID = `user_${'a'.repeat(27)}`;
const ONE = { 'id-map.ndjson': `{"old":"u1","clerk":"${CLERK_ID}"}\n` };

describe.skipIf(isMissing(noPostgres))('PostgreSQL', () => {
  let server: TestServer;
  let names = 0;
  const create = (): Promise<string> => server.create(`shop${(names += 1)}`);
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server.stop());

  idMapContract(create);

  /** An app with these tables, and what a rewrite of it says. */
  const mapped = async (sql: string): Promise<[number, string]> => {
    const url = await create();
    await runSql(url, sql);
    const { code, out, err } = await runIdMap(folder(ONE), { databaseUrl: url, yes: true });
    return [code, err + out];
  };

  it('refuses types that can’t hold the ids', async () => {
    expect(
      await mapped(
        'CREATE TABLE users (id uuid PRIMARY KEY, email text); CREATE TABLE posts (author uuid REFERENCES users)',
      ),
    ).toEqual([2, expect.stringMatching(/don’t fit posts\.author \(uuid\), users\.id \(uuid\): .*externalId/)]);
    expect(
      await mapped(
        `CREATE TABLE users (id text PRIMARY KEY, email text); CREATE TABLE posts (author varchar(25) REFERENCES users)`,
      ),
    ).toEqual([2, expect.stringMatching(/don’t fit posts\.author \(character varying\(25\)\): /)]);
  });

  it('refuses a trigger on a table of the plan, and not one on another', async () => {
    const tables = `CREATE TABLE users (id text PRIMARY KEY, email text); CREATE TABLE other (id text); INSERT INTO users VALUES ('u1');
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; `;
    const trigger = 'CREATE TRIGGER touched BEFORE UPDATE ON';
    expect(await mapped(`${tables} ${trigger} users FOR EACH ROW EXECUTE FUNCTION f()`)).toEqual([
      2,
      expect.stringContaining('(touched on users)'),
    ]);
    expect((await mapped(`${tables} ${trigger} other FOR EACH ROW EXECUTE FUNCTION f()`))[0]).toBe(0);
  });

  it('takes names apart that differ by their schema or have to be quoted, and partitions', async () => {
    const url = await create();
    await runSql(
      url,
      `CREATE SCHEMA "my""app"; CREATE TABLE "my""app"."User" (id text PRIMARY KEY, email text, "emailVerified" timestamptz);
      CREATE TABLE "my""app"."Log" ("user Id" text REFERENCES "my""app"."User", at int) PARTITION BY RANGE (at);
      CREATE TABLE "my""app"."Log1" PARTITION OF "my""app"."Log" FOR VALUES FROM (0) TO (10);
      CREATE TABLE "Log" ("user Id" text);
      INSERT INTO "my""app"."User" VALUES ('u1'); INSERT INTO "my""app"."Log" VALUES ('u1', 5)`,
    );
    const dir = folder(ONE);
    expect((await runIdMap(dir, { databaseUrl: url, sql: 'up.sql' })).code).toBe(0);
    const psql = spawnSync('psql', ['-v', 'ON_ERROR_STOP=1', '-f', 'up.sql', url], { cwd: dir, encoding: 'utf8' });
    // The PostgreSQL from npm brings no shell.
    const hasShell = psql.error === undefined;
    if (!hasShell) await runSql(url, readFileSync(join(dir, 'up.sql'), 'utf8'));
    expect(hasShell ? [psql.status, psql.stderr.replace(/^.*NOTICE.*\n/gm, '')] : [0, '']).toEqual([0, '']);
    const again = await runIdMap(dir, { databaseUrl: url, dryRun: true });
    expect(again.err).toContain('Log.user Id, User.id hold');
  });

  it('leaves each foreign key as it was defined, and is not slow where none has an index', async () => {
    const url = await create();
    await runSql(
      url,
      `CREATE TABLE users (id text PRIMARY KEY, email text, inviter text REFERENCES users MATCH FULL ON DELETE SET NULL);
      CREATE TABLE posts (author text CONSTRAINT "by" REFERENCES users ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, editor text);
      ALTER TABLE posts ADD CONSTRAINT edited FOREIGN KEY (editor) REFERENCES users (id) NOT VALID;
      INSERT INTO users SELECT 'old' || i FROM generate_series(1, 60000) i; UPDATE users SET inviter = 'old1';
      INSERT INTO posts SELECT id, id FROM users, generate_series(1, 3)`,
    );
    const defined = async (): Promise<Row[]> => {
      const database = await openDatabase(readAddress(url, 'the test', []), { writes: false });
      return database
        .all(
          `SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint WHERE contype = 'f' ORDER BY 1`,
        )
        .finally(() => database.close());
    };
    const before = await defined();
    const lines = Array.from({ length: 60_000 }, (_, at) =>
      JSON.stringify({ old: `old${at + 1}`, clerk: `user_${String(at).padStart(27, '0')}` }),
    );
    const dir = folder({ 'id-map.ndjson': lines.join('\n') });
    const { code, out } = await runIdMap(dir, { databaseUrl: url, yes: true });
    expect([code, out]).toEqual([0, expect.stringContaining('480000 ids rewritten in 4 columns')]);
    expect(before).toHaveLength(3);
    expect(await defined()).toEqual(before);
  });
});

describe.skipIf(isMissing(noMariadb))('MariaDB', () => {
  let server: TestServer;
  let names = 0;
  const create = (): Promise<string> => server.create(`shop${(names += 1)}`);
  beforeAll(async () => void (server = await startMariadb()));
  afterAll(() => server.stop());

  idMapContract(create);

  it('refuses what no transaction covers, triggers, and columns that are too short', async () => {
    const mapped = async (sql: string): Promise<[number, string]> => {
      const url = await create();
      await runSql(url, sql);
      const { code, err } = await runIdMap(folder(ONE), { databaseUrl: url, yes: true });
      return [code, err];
    };
    const users = 'CREATE TABLE users (id varchar(36) PRIMARY KEY, email text)';
    expect(await mapped(`${users} ENGINE=MyISAM`)).toEqual([2, expect.stringContaining('no transaction covers users')]);
    expect(await mapped(`${users}; CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW SET NEW.email = 'x'`)).toEqual(
      [2, expect.stringContaining('(tr on users)')],
    );
    expect(await mapped('CREATE TABLE users (id varchar(31) PRIMARY KEY, email text)')).toEqual([
      2,
      expect.stringContaining('don’t fit users.id (varchar(31))'),
    ]);
  });

  it('its shell takes the script, and stops at a check that fails', async () => {
    const url = await create();
    await runSql(
      url,
      `CREATE TABLE users (id varchar(36) PRIMARY KEY, email text); INSERT INTO users VALUES ('u1', '')`,
    );
    const dir = folder(ONE);
    await runIdMap(dir, { databaseUrl: url, sql: 'up.sql' });
    const { hostname, port, pathname } = new URL(url);
    const address = ['--no-defaults', `--host=${hostname}`, `--port=${port}`, '--user=admin', pathname.slice(1)];
    const shell = (input: string) =>
      spawnSync('mariadb', address, { input, encoding: 'utf8', env: { ...process.env, MYSQL_PWD: PASSWORD } });
    shell(`INSERT INTO users VALUES ('late', '')`);
    const failed = shell(readFileSync(join(dir, 'up.sql'), 'utf8'));
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('users without an entry in the map')]);
    shell(`DELETE FROM users WHERE id = 'late'`);
    expect(shell(readFileSync(join(dir, 'up.sql'), 'utf8'))).toMatchObject({ status: 0, stderr: '' });
    expect(shell('SELECT id FROM users').stdout).toBe(`id\n${CLERK_ID}\n`);
  });

  it('follows columns of another collation, and refuses a key from another database', async () => {
    const url = await create();
    await runSql(
      url,
      `CREATE TABLE users (id varchar(36) CHARACTER SET latin1 PRIMARY KEY, email text);
      CREATE TABLE log (who varchar(36) COLLATE utf8mb4_bin); INSERT INTO users VALUES ('u1', ''); INSERT INTO log VALUES ('u1')`,
    );
    const ended = await runIdMap(folder(ONE), { databaseUrl: url, column: ['log.who'], yes: true });
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('2 ids rewritten in 2 columns')]);

    const other = await create();
    const name = new URL(url).pathname.slice(1);
    await runSql(other, `CREATE TABLE away (who varchar(36) CHARACTER SET latin1 REFERENCES ${name}.users (id))`);
    const refused = await runIdMap(folder(ONE), { databaseUrl: url, dryRun: true });
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/leads out of what this connection can see/),
    ]);
  });
});

const noShell = spawnSync('sqlite3', ['-version']).status === 0 ? undefined : 'the shell of SQLite is not installed';

describe.skipIf(isMissing(noShell))('SQLite’s shell', () => {
  it('changes nothing where a check fails, though it goes on after errors', async () => {
    const dir = folder(ONE);
    const shell = (input: string) => spawnSync('sqlite3', ['app.db'], { cwd: dir, input, encoding: 'utf8' });
    const ids = (): string => shell('SELECT id FROM users ORDER BY id').stdout;
    shell(`CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT); INSERT INTO users VALUES ('u1', NULL);`);
    await runIdMap(dir, { databaseUrl: 'app.db', sql: 'up.sql', rollback: 'down.sql' });
    shell(`INSERT INTO users VALUES ('late', NULL)`);
    const failed = shell(readFileSync(join(dir, 'up.sql'), 'utf8'));
    expect([failed.stdout, ids()]).toEqual(['users without an entry in the map\n', 'late\nu1\n']);
    shell(`DELETE FROM users WHERE id = 'late'`);
    expect(shell(readFileSync(join(dir, 'up.sql'), 'utf8'))).toMatchObject({ stdout: '', stderr: '' });
    expect(ids()).toBe(`${CLERK_ID}\n`);
    shell(readFileSync(join(dir, 'down.sql'), 'utf8'));
    expect(ids()).toBe('u1\n');
  });
});

describe('a large table', () => {
  it('is rewritten batch by batch, and back', async () => {
    const dir = folder();
    const file = new Sqlite(join(dir, 'app.db'));
    file.exec(`
      CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);
      CREATE TABLE posts (n INTEGER PRIMARY KEY, author TEXT NOT NULL REFERENCES users (id) ON UPDATE CASCADE);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120000) INSERT INTO users SELECT 'old' || i, NULL FROM n;
      INSERT INTO posts SELECT NULL, id FROM users; INSERT INTO posts SELECT NULL, id FROM users;`);
    const digest = (): unknown => file.prepare('SELECT count(*), min(id), max(id) FROM users').get();
    const before = digest();
    const lines = Array.from({ length: 120_000 }, (_, at) =>
      JSON.stringify({ old: `old${at + 1}`, clerk: `user_${String(at).padStart(27, '0')}` }),
    );
    writeFileSync(join(dir, 'id-map.ndjson'), lines.join('\n'));
    const { code, out } = await runIdMap(dir, { databaseUrl: 'app.db', yes: true });
    expect([code, out]).toEqual([0, expect.stringContaining('360000 ids rewritten in 2 columns')]);
    const stray = file.prepare('SELECT count(*) AS n FROM posts WHERE author NOT IN (SELECT id FROM users)').get();
    expect([stray, digest()]).toEqual([
      { n: 0 },
      { 'count(*)': 120_000, 'min(id)': `user_${'0'.repeat(27)}`, 'max(id)': `user_${'119999'.padStart(27, '0')}` },
    ]);
    file.exec(readFileSync(join(dir, 'id-map-rollback.sql'), 'utf8'));
    expect(digest()).toEqual(before);
    file.close();
  });
});
