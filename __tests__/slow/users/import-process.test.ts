import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClerkFake, type ClerkFake } from '../../helpers/clerk-fake/index.js';
import { startUsers, startUsersWithin } from '../../helpers/users-process.js';

const PEOPLE = 600;

/** The built command as a process of its own, in a folder with a file of people. */
describe('users import as a process', () => {
  let fake: ClerkFake;
  let folder: string;
  beforeEach(async () => {
    fake = await startClerkFake();
    folder = mkdtempSync(join(tmpdir(), 'users-'));
    const people = Array.from({ length: PEOPLE }, (_, at) => ({ userId: `old-${at}`, email: `p${at}@example.com` }));
    writeFileSync(join(folder, 'users.json'), JSON.stringify(people));
  });
  afterEach(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = (): NodeJS.ProcessEnv => ({ CLERK_SECRET_KEY: fake.key, CLERK_API_URL: fake.url });
  const args = (...more: string[]): string[] => ['import', 'users.json', '--yes', ...more];
  const lastLine = (out: string): string => out.trimEnd().split('\n').at(-1) ?? '';
  const everybody = `read ${PEOPLE} = created ${PEOPLE} + updated 0 + skipped 0 + failed 0`;
  const isThereOnce = (): void => {
    expect(fake.store.users.size).toBe(PEOPLE);
    expect(fake.store.byExternalId.size).toBe(PEOPLE);
    expect(readFileSync(join(folder, 'id-map.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(PEOPLE);
  };

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 130 on %s, and goes on with --resume', async (signal) => {
    const { child, ended } = startUsers(folder, args('--rate', '1000'), env());
    const add = fake.store.add.bind(fake.store);
    fake.store.add = (user) => {
      add(user);
      if (fake.store.users.size === 50) child.kill(signal);
    };
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/\ninterrupted; \d+ records left, nothing is lost: run it again with --resume\n$/);
    const [read, created] = lastLine(stopped.out).match(/\d+/g)!.map(Number);
    // Requests that were under way were answered, and are counted.
    expect([read, created]).toEqual([fake.store.users.size, fake.store.users.size]);
    expect(read).toBeLessThan(PEOPLE);
    const resumed = await startUsers(folder, args('--resume', '--rate', '10000'), env()).ended;
    expect([resumed.code, lastLine(resumed.out)]).toEqual([0, everybody]);
    isThereOnce();
  });

  it('stops where the disk takes no more of the journal, and goes on with --resume', async () => {
    // So many kilobytes may a file have: what is beyond fails, as on a disk that is full.
    const full = await startUsersWithin(16, folder, args('--rate', '5000'), env()).ended;
    expect(full.code).toBe(1);
    expect(full.err).toMatch(
      /^the journal [^\n]+ can’t be written: [^\n]+; \d+ records left, nothing is lost: run it again with --resume\n$/,
    );
    expect(fake.store.users.size).toBeLessThan(PEOPLE);
    expect(statSync(join(folder, 'users-import.journal.ndjson')).size).toBeLessThanOrEqual(16 * 1024);
    const resumed = await startUsers(folder, args('--resume', '--rate', '10000'), env()).ended;
    expect([resumed.code, resumed.err, lastLine(resumed.out)]).toEqual([0, '', everybody]);
    isThereOnce();
  });

  it('writes nothing where the disk takes no journal', async () => {
    const full = await startUsersWithin(0, folder, args(), env()).ended;
    expect(full.code).toBe(2);
    expect(full.err).toMatch(/^[^\n]+ can’t be written: [^\n]+\n$/);
    expect(fake.store.users.size).toBe(0);
    expect(statSync(join(folder, 'users-import.journal.ndjson.lock'), { throwIfNoEntry: false })).toBe(undefined);
  });
});
