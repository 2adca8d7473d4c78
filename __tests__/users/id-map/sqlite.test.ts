import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { folder } from '../../runner/folder.js';
import { idMapContract } from './contract.js';
import { runIdMap } from './run.js';
import { MAP_FILE } from './shop.js';

const CLERK_ID = `user_${'a'.repeat(27)}`;

/** A folder with a database of these tables. */
function withTables(sql: string, map = `{"old":"u1","clerk":"${CLERK_ID}"}\n`): string {
  const dir = folder({ 'id-map.ndjson': map });
  const file = new Sqlite(join(dir, 'app.db'));
  file.exec(sql);
  file.close();
  return dir;
}

describe('SQLite', () => {
  idMapContract(async (dir) => {
    const path = join(dir, 'app.db');
    new Sqlite(path).close();
    return path;
  });

  it('refuses types that can’t hold the ids, each by its column', async () => {
    const dir = withTables(
      'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT); CREATE TABLE posts (author INT REFERENCES users); INSERT INTO users VALUES (1, NULL)',
    );
    const { code, err } = await runIdMap(dir, { databaseUrl: 'app.db', dryRun: true });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(
        /Clerk’s ids \(text of 32 characters\) don’t fit posts\.author \(int\), users\.id \(integer\): .*externalId/,
      ),
    ]);
  });

  it('refuses triggers that updates run, unless told', async () => {
    const dir = withTables(`
      CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT, n INTEGER DEFAULT 0); INSERT INTO users (id) VALUES ('u1');
      CREATE TRIGGER counted AFTER UPDATE ON users BEGIN UPDATE users SET n = n + 1 WHERE id = NEW.id; END;
      CREATE TRIGGER harmless AFTER INSERT ON users BEGIN UPDATE users SET n = 0 WHERE id = NEW.id; END`);
    const refused = await runIdMap(dir, { databaseUrl: 'app.db', yes: true });
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('updates run triggers (counted on users), and'),
    ]);
    expect((await runIdMap(dir, { databaseUrl: 'app.db', yes: true, allowTriggers: true })).code).toBe(0);
  });

  it('follows a key that names no columns and writes its table in other letters', async () => {
    const dir = withTables(
      `CREATE TABLE "User" (id TEXT PRIMARY KEY, email TEXT); CREATE TABLE posts (author TEXT REFERENCES user); INSERT INTO "User" VALUES ('u1', NULL); INSERT INTO posts VALUES ('u1')`,
    );
    const { code, out } = await runIdMap(dir, { databaseUrl: 'app.db', yes: true });
    expect([code, out]).toEqual([0, expect.stringContaining('2 ids rewritten in 2 columns')]);
  });

  it.each([
    ['not json\n', /record 1: it takes/],
    ['{"old":1,"clerk":"user_x"}\n', /record 1: it takes/],
    ['{"old":"a","clerk":"sess_x"}\n', /record 1: it takes/],
    [
      '{"old":"a","clerk":"user_x"}\n{"old":"a","clerk":"user_y"}\n',
      /record 2: a is user_x further up, and user_y here/,
    ],
    ['{"old":"a","clerk":"user_x"}\n{"old":"b","clerk":"user_x"}\n', /record 2: user_x is a further up: two users/],
    [
      '{"old":"a","clerk":"user_x"}\n{"old":"user_x","clerk":"user_y"}\n',
      /user_x, Clerk’s id of a, is an old id as well/,
    ],
    ['{"old":"a","cl', /cut off/],
    ['', /is empty/],
    [MAP_FILE.replaceAll('u1', 'x1').replaceAll('u4', 'x4'), /none of the map’s ids is in users\.id/],
  ])('refuses the map %j', async (map, message) => {
    const dir = withTables(
      `CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT); INSERT INTO users VALUES ('u1', NULL)`,
      map,
    );
    const { code, err } = await runIdMap(dir, { databaseUrl: 'app.db', yes: true });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it.each([
    ['posts', /takes table\.column/],
    ['nope.id', /there is no table “nope”/],
    ['users.nope', /has no column “nope”\. It has: id, email/],
  ])('refuses --column %s', async (column, message) => {
    const dir = withTables('CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT)');
    const { code, err } = await runIdMap(dir, { databaseUrl: 'app.db', column: [column] });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
