import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import type { Database } from '../../../lib/users/database/types.js';
import { runSql } from '../../helpers/run-sql.js';
import { folder } from '../../runner/folder.js';
import { runIdMap } from './run.js';
import { CLERK, contents, createShop, expected, MAP_FILE, OLD, unordered } from './shop.js';

/** What a rewrite does, whichever database is below it. @param create an empty database; it is in the folder where it is a file */
export function idMapContract(create: (dir: string) => Promise<string>): void {
  const shop = async (map = MAP_FILE): Promise<{ dir: string; url: string }> => {
    const dir = folder({ 'id-map.ndjson': map });
    const url = await create(dir);
    await inside(url, createShop);
    return { dir, url };
  };
  const inside = async <Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> => {
    const database = await openDatabase(readAddress(url, 'the test', ['/']), { writes: true });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  const read = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8');
  const column = ['audit.actor'];

  it('counts what would be rewritten, and changes nothing', async () => {
    const { dir, url } = await shop();
    const before = await inside(url, contents);
    const { code, out } = await runIdMap(dir, { databaseUrl: url, dryRun: true });
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        '4 entries in the map, 9 columns',
        'users.id 4 of 4 rows to rewrite',
        'users.invited_by 2 of 4 rows to rewrite (2 empty)',
        'users.main_profile 1 of 4 rows to rewrite (3 empty)',
        'accounts.userId 4 of 4 rows to rewrite',
        'profiles.user_id 3 of 3 rows to rewrite',
        'posts.author 3 of 3 rows to rewrite',
        'posts.editor 2 of 3 rows to rewrite (1 empty)',
        'members.user_id 3 of 3 rows to rewrite',
        'grants.who 2 of 4 rows to rewrite (2 empty)',
        'warning: audit.actor holds users’ ids too, and no foreign key says so: add --column audit.actor, or they stay as they are',
      ]),
    );
    expect(await inside(url, contents)).toEqual(before);
  });

  it('rewrites by SQL, and the rollback restores every row', async () => {
    const { dir, url } = await shop();
    const before = await inside(url, contents);
    const result = await runIdMap(dir, { databaseUrl: url, column, sql: 'up.sql', rollback: 'down.sql' });
    expect(result.code).toBe(0);
    expect(await inside(url, contents)).toEqual(before);
    await runSql(url, read(dir, 'up.sql'));
    const after = await inside(url, contents);
    expect(unordered(after)).toEqual(unordered(expected(before)));
    expect(await inside(url, (database) => strayChildren(database))).toBe(0);
    await runSql(url, read(dir, 'down.sql'));
    expect(await inside(url, contents)).toEqual(before);
  });

  it('rewrites directly with a yes, and the rollback restores every row', async () => {
    const { dir, url } = await shop();
    const before = await inside(url, contents);
    const asked = await runIdMap(dir, { databaseUrl: url, column });
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('users id-map id-map.ndjson --yes')]);
    expect(await inside(url, contents)).toEqual(before);
    const { code, out } = await runIdMap(dir, { databaseUrl: url, column, yes: true });
    expect([code, out]).toEqual([0, expect.stringContaining('25 ids rewritten in 10 columns; all checks hold\n')]);
    expect(unordered(await inside(url, contents))).toEqual(unordered(expected(before)));

    const again = await runIdMap(dir, { databaseUrl: url, column, yes: true });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('already: was it run before?')]);
    await runSql(url, read(dir, 'id-map-rollback.sql'));
    expect(await inside(url, contents)).toEqual(before);
  });

  it('leaves the constraints as strict as they were', async () => {
    const { dir, url } = await shop();
    await runIdMap(dir, { databaseUrl: url, column, yes: true });
    const stray = inside(url, (database) => database.run(`INSERT INTO profiles VALUES ('nobody', '')`));
    await expect(stray).rejects.toThrow(/foreign key/i);
  });

  it('refuses where a user has no entry, unless told', async () => {
    const { dir, url } = await shop(MAP_FILE.split('\n').slice(0, 3).join('\n'));
    const before = await inside(url, contents);
    const refused = await runIdMap(dir, { databaseUrl: url, yes: true });
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/1 user of users\.id has no entry in the map \(u4\): .*--allow-missing/),
    ]);
    expect(await inside(url, contents)).toEqual(before);
    const { code } = await runIdMap(dir, { databaseUrl: url, yes: true, allowMissing: true });
    expect(code).toBe(0);
    const ids = (await inside(url, contents))['users']!.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([...CLERK.slice(0, 3), OLD[3]]));
  });

  it('a script that comes too late changes nothing', async () => {
    const { dir, url } = await shop();
    await runIdMap(dir, { databaseUrl: url, sql: 'up.sql' });
    await inside(url, (database) => database.run(`INSERT INTO users (id, email) VALUES ('late', 'late@example.com')`));
    const before = await inside(url, contents);
    await expect(runSql(url, read(dir, 'up.sql'))).rejects.toThrow(
      /users without an entry|authjs_clerk_(?:checks|verdict)/,
    );
    expect(await inside(url, contents)).toEqual(before);
  });

  it('rolls back where a check fails on the way', async () => {
    const { dir, url } = await shop();
    // A row that can't be what its table wants with the new id.
    await inside(url, async (database) => {
      await database.run(`CREATE TABLE picky (who VARCHAR(40) CHECK (who NOT LIKE 'user%'))`);
      await database.run(`INSERT INTO picky VALUES ('u4')`);
    });
    const before = await inside(url, contents);
    const { code, err } = await runIdMap(dir, { databaseUrl: url, column: [...column, 'picky.who'], yes: true });
    expect([code, err]).toEqual([1, expect.stringMatching(/^the database was not changed: .*\n$/m)]);
    expect(await inside(url, contents)).toEqual(before);
  });
}

/** Rows that a foreign key of the shop should lead somewhere from, and does not. */
async function strayChildren(database: Database): Promise<number> {
  const ties = [
    ['users', 'invited_by', 'users', 'id'],
    ['users', 'main_profile', 'profiles', 'user_id'],
    ['profiles', 'user_id', 'users', 'id'],
    ['posts', 'author', 'profiles', 'user_id'],
    ['posts', 'editor', 'users', 'id'],
    ['members', 'user_id', 'users', 'id'],
    ['grants', 'who', 'members', 'user_id'],
  ];
  let stray = 0;
  for (const [child, own, parent, target] of ties) {
    const rows = await database.all(
      `SELECT 1 AS stray FROM ${child} WHERE ${own} IS NOT NULL AND ${own} NOT IN (SELECT ${target} FROM ${parent})`,
    );
    stray += rows.length;
  }
  return stray;
}
