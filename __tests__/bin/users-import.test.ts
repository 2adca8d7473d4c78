import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startClerkFake, type ClerkFake, type FakeOptions } from '../helpers/clerk-fake/index.js';
import { startUsers } from '../helpers/users-process.js';
import { lastLine, people } from '../users/import/sandbox.js';

const folder = mkdtempSync(join(tmpdir(), 'users-bin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'users.json');
writeFileSync(file, JSON.stringify(people(300)));

async function fakeOf(options: FakeOptions = {}): Promise<{ fake: ClerkFake; env: NodeJS.ProcessEnv; out: string }> {
  const fake = await startClerkFake(options);
  onTestFinished(() => fake.close());
  const env = { CLERK_SECRET_KEY: fake.key, CLERK_API_URL: fake.url };
  return { fake, env, out: mkdtempSync(join(folder, 'out-')) };
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv) => startUsers(folder, args, env).ended;

describe('the process', () => {
  it('imports, and ends with the line that scripts read', async () => {
    const { fake, env, out } = await fakeOf();
    const ended = await run(['import', file, '--yes', '--out-dir', out, '--rate', '5000'], env);
    expect(ended.code).toBe(0);
    expect(lastLine(ended.out)).toBe('read 300 = created 300 + updated 0 + skipped 0 + failed 0');
    expect(`${ended.out}${ended.err}`).not.toContain(fake.key);
    expect(readFileSync(join(out, 'users-import.journal.ndjson'), 'utf8')).not.toContain(fake.key);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['without a key', {}, /CLERK_SECRET_KEY is not set/],
    ['with a publishable key', { CLERK_SECRET_KEY: 'pk_live_x' }, /is no secret key/],
    ['without a network', { CLERK_SECRET_KEY: 'sk_live_x', CLERK_API_URL: 'http://127.0.0.1:1' }, /can’t be reached/],
    ['with an address that is none', { CLERK_SECRET_KEY: 'sk_live_x', CLERK_API_URL: 'clerk' }, /is no http address/],
  ])('says one line and ends with 2 %s', async (_name, env, message) => {
    const ended = await run(['import', file, '--yes'], env);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(message);
    expect(ended.err.trimEnd()).not.toContain('\n');
  });

  it('says one line and ends with 2 where Clerk does not take the key', async () => {
    const { env, fake } = await fakeOf();
    const ended = await run(['import', file, '--yes'], { ...env, CLERK_SECRET_KEY: 'sk_live_wrong' });
    expect(ended.code).toBe(2);
    expect(ended.err).toBe(
      'Clerk does not take the CLERK_SECRET_KEY from the environment: The secret key is invalid.\n',
    );
    expect(fake.store.users.size).toBe(0);
  });

  it('stops at Ctrl+C, and continues', async () => {
    const { fake, env, out } = await fakeOf({ latency: 30 });
    const args = ['import', file, '--yes', '--out-dir', out];
    const { child, ended } = startUsers(folder, [...args, '--rate', '1000'], env);
    await until(() => fake.store.users.size >= 20);
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/interrupted; \d+ records left, nothing is lost: run it again with --resume/);
    const resumed = await run([...args, '--resume', '--rate', '5000'], env);
    expect(resumed.code).toBe(0);
    expect(lastLine(resumed.out)).toBe('read 300 = created 300 + updated 0 + skipped 0 + failed 0');
    expect(fake.store.users.size).toBe(300);
  });

  it('lets one import at a time work on a journal', async () => {
    const { fake, env, out } = await fakeOf({ latency: 30 });
    const args = ['import', file, '--yes', '--out-dir', out, '--rate', '1000'];
    const { child, ended } = startUsers(folder, args, env);
    await until(() => fake.store.users.size >= 5);
    const other = await run([...args, '--resume'], env);
    expect(other.code).toBe(2);
    expect(other.err).toMatch(/another import is at work here \(process \d+\)/);
    child.kill('SIGKILL');
    await ended;
    expect((await run([...args, '--resume', '--rate', '5000'], env)).code).toBe(0);
    expect(fake.store.users.size).toBe(300);
  });

  const disk = tinyDisk();
  it.skipIf(disk === undefined)('stops where the disk is full, and continues when it is not', async () => {
    const { fake, env } = await fakeOf();
    const filler = join(disk!, 'filler');
    // Room for the journal's first line and some more.
    writeFileSync(filler, Buffer.alloc(100 * 1024));
    const args = ['import', file, '--yes', '--out-dir', disk!, '--rate', '1000'];
    const stopped = await run(args, env);
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(
      /^the journal .* can’t be written: ENOSPC.*\d+ records left, nothing is lost: run it again with --resume$/m,
    );
    rmSync(filler);
    const resumed = await run([...args, '--resume'], env);
    expect(lastLine(resumed.out)).toBe('read 300 = created 300 + updated 0 + skipped 0 + failed 0');
    expect(fake.store.users.size).toBe(300);
  });
});

/** A disk of 128 KB; undefined where this process may not mount one. */
function tinyDisk(): string | undefined {
  const path = join(folder, 'disk');
  mkdirSync(path);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', path]);
  if (status !== 0) {
    process.stderr.write('no tmpfs can be mounted here: the full disk is not tried\n');
    return undefined;
  }
  afterAll(() => void spawnSync('umount', [path]));
  return path;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((done) => void setTimeout(done, 10));
}
