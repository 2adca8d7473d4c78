import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SyncFlags } from '../../../lib/users/sync/command.js';
import { BCRYPT } from '../bad-records.js';
import { lastLine, sandbox, type Ended, type Sandbox } from '../import/sandbox.js';
import { runSync } from './run.js';

/** An Auth.js database of the app's own, with a column for passwords. */
function database(box: Sandbox): Database.Database {
  const db = new Database(box.path('app.db'));
  db.exec(`create table User (id text primary key, name text, email text unique, emailVerified text, image text, password text);
    create table Account (id text primary key, userId text references User(id), type text, provider text, providerAccountId text);
    insert into User values ('a', 'Ada Lovelace', 'ada@example.com', '2024-01-01T00:00:00.000Z', null, null);
    insert into User values ('b', 'Bob', 'bob@example.com', '2024-01-01T00:00:00.000Z', null, '${BCRYPT}');`);
  return db;
}

const sync = (box: Sandbox, flags?: Partial<SyncFlags>): Promise<Ended> =>
  runSync(box, `file:${box.path('app.db')}`, flags);

describe('users sync', () => {
  it('imports only what is new or changed since', async () => {
    const box = await sandbox();
    const db = database(box);
    const { store, log } = box.fake;
    const dry = await sync(box, { dryRun: true });
    expect(dry.err).not.toMatch(/nothing was written/);
    expect(store.users.size).toBe(0);
    expect((await sync(box, {})).code).toBe(2);

    const first = await sync(box);
    expect(lastLine(first.out)).toBe('read 2 = created 2 + updated 0 + skipped 0 + failed 0');
    expect(first.code).toBe(0);
    expect(box.lines('id-map.ndjson').map(({ old }) => old)).toEqual(['a', 'b']);

    // Nothing changed: nobody is asked about, not even with a password.
    log.length = 0;
    const second = await sync(box);
    expect(lastLine(second.out)).toBe('read 2 = created 0 + updated 0 + skipped 2 + failed 0');
    expect(log).toEqual(['GET /instance 200']);

    db.exec(`update User set name = 'Ada King' where id = 'a';
      insert into User values ('c', 'Cyd', 'cyd@example.com', '2024-01-01T00:00:00.000Z', null, null);
      delete from User where id = 'b';`);
    const third = await sync(box);
    expect(lastLine(third.out)).toBe('read 2 = created 1 + updated 1 + skipped 0 + failed 0');
    expect(third.out).toContain('1 are in the database no more, and stay at Clerk: b');
    expect(store.byExternalId.get('a')?.last_name).toBe('King');
    expect(store.users.size).toBe(3);
    expect(box.lines('id-map.ndjson')).toHaveLength(3);
    // What holds digests is gone, the journals stay for an undo.
    expect(existsSync(box.path('users-sync/users.ndjson'))).toBe(false);
    expect(readdirSync(box.path('users-sync')).filter((name) => name.endsWith('.journal.ndjson'))).toHaveLength(2);
  });

  it('compares with Clerk where it knows of no earlier sync', async () => {
    const box = await sandbox();
    database(box);
    const ada = box.fake.store.seed({ externalId: 'a', email: 'ada@example.com' });
    Object.assign(ada, { first_name: 'Ada', last_name: 'Lovelace' });
    box.fake.store.seed({ externalId: 'b', email: 'bob@example.com' });
    const ended = await sync(box);
    // Whether Clerk has the same digest can't be seen.
    expect(lastLine(ended.out)).toBe('read 2 = created 0 + updated 1 + skipped 1 + failed 0');
    expect(box.lines('id-map.ndjson')).toContainEqual({ old: 'a', clerk: ada.id });
  });

  it('tries those who failed again the next time, and keeps to one instance', async () => {
    const box = await sandbox();
    database(box);
    const other = box.fake.store.seed({ email: 'ada@example.com' });
    const first = await sync(box);
    expect(first.code).toBe(1);
    expect(lastLine(first.out)).toBe('read 2 = created 1 + updated 0 + skipped 0 + failed 1');
    box.fake.store.remove(other);
    expect(lastLine((await sync(box)).out)).toBe('read 2 = created 1 + updated 0 + skipped 1 + failed 0');
    box.fake.options.instance = { id: 'ins_other', environment_type: 'production' };
    expect((await sync(box)).err).toMatch(/is of instance ins_fake/);
  });

  it('does not run beside another one', async () => {
    const box = await sandbox();
    database(box);
    box.write('users-sync.state.ndjson.lock', `${process.ppid} ${hostname()}\n`);
    const refused = await sync(box);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/^another import is at work here \(process \d+\); if it is not, remove [^\n]+\n$/);
    expect(box.fake.log).toEqual([]);
    rmSync(box.path('users-sync.state.ndjson.lock'));
    expect((await sync(box)).code).toBe(0);
    expect(box.has('users-sync.state.ndjson.lock')).toBe(false);
  });

  it('says so where it can’t note what it did, and asks Clerk the next time', async () => {
    const box = await sandbox();
    database(box);
    mkdirSync(box.path('id-map.ndjson'));
    const unkept = await sync(box);
    expect(unkept.code).toBe(1);
    expect(unkept.err).toMatch(/\nwhat this sync did can’t be noted: [^\n]+; nothing is lost: run users sync again\n$/);
    expect(lastLine(unkept.out)).toBe('read 2 = created 2 + updated 0 + skipped 0 + failed 0');
    rmSync(box.path('id-map.ndjson'), { recursive: true });
    const again = await sync(box);
    expect(again.code).toBe(0);
    expect(box.fake.store.users.size).toBe(2);
    expect(box.lines('id-map.ndjson')).toHaveLength(2);
  });
});
