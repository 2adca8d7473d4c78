import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  BadInput,
  check,
  formats,
  migrate,
  render,
  transforms,
  type Change,
  type FilesMigration,
  type Migration,
  type Report,
} from '../../lib/api/index.js';
import { imbalance } from '../../lib/ledger.js';
import { APP } from '../bin/cli.js';
import { checkout, FIXTURES, git, runOn } from '../runner/app.js';

const INPUT = join(FIXTURES, 'apps', 'v4-app-ts', 'input');

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => expect.fail('it printed'));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => expect.fail('it printed'));
  vi.spyOn(process, 'exit').mockImplementation(() => expect.fail('it ended the process'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('migrate, on files in memory', () => {
  it('gives what changes and all files as they are then, and leaves nothing on the disk', async () => {
    // A folder of its own: other processes make theirs in the system's.
    const own = mkdtempSync(join(tmpdir(), 'acc-own-'));
    vi.stubEnv('TMPDIR', own);
    const { report, changes, files } = await migrate({ files: APP });
    expect(imbalance(report)).toBeUndefined();
    expect(files['lib/auth.ts']).toBeUndefined();
    expect(files['app/(main)/page.tsx']).toContain('@clerk/nextjs/server');
    expect(files['lib/plain.ts']).toBe(APP['lib/plain.ts']);
    expect(changes).toContainEqual({ path: 'lib/auth.ts', before: APP['lib/auth.ts'], after: null });
    expect(changes.find(({ before: text }) => text === null)?.path).toBe('middleware.ts');
    expect(tmpdir()).toBe(own);
    expect(readdirSync(own)).toEqual([]);
  });

  it('changes nothing in what it made', async () => {
    const { files } = await migrate({ files: APP });
    expect((await migrate({ files })).changes).toEqual([]);
    expect(await check({ files })).toMatchObject({ leftovers: 0, isClean: true });
  });

  it('takes the options of the command', async () => {
    const { changes } = await migrate({ files: APP, transforms: ['use-session'], ignore: ['app/**'] });
    expect(changes).toEqual([]);
    const doing = new Set<string>();
    await migrate({ files: APP, onProgress: (what) => void doing.add(what) });
    expect([...doing]).toEqual(['Reading', 'Rewriting']);
  });

  it.each([
    ['no app', { 'a.ts': '' }, /no package\.json at, above or below \./],
    ['a path that leads out', { '../a.ts': '' }, /\.\.\/a\.ts leads out of the app/],
    ['an absolute path', { '/etc/a.ts': '' }, /leads out of the app/],
    ['a path with the other separator', { 'app\\page.tsx': '' }, /leads out of the app/],
  ])('throws what a person can read for %s', async (_, files, message) => {
    const error: unknown = await migrate({ files }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toMatch(message);
    expect((error as BadInput).message).not.toContain(tmpdir());
  });

  it('throws for a transform that there is not', async () => {
    await expect(migrate({ files: APP, transforms: ['use-sesion'] })).rejects.toThrow(/did you mean use-session/);
  });
});

describe('migrate, on the disk', () => {
  it('writes nothing before it is told to, and then what the command writes', async () => {
    const [cwd, other] = [checkout(INPUT), checkout(INPUT)];
    const migration = await migrate({ cwd });
    expect(git(cwd, 'status', '--porcelain')).toBe('');
    migration.write();
    await runOn(other);
    git(cwd, 'add', '--all');
    git(other, 'add', '--all');
    expect(git(cwd, 'diff', '--cached')).toBe(git(other, 'diff', '--cached'));
    expect(migration.changes.map(({ path }) => path)).toContain('app/page.tsx');
  });

  it('plans anew without some files, one after the other', async () => {
    const cwd = checkout(INPUT);
    const first = await (await migrate({ cwd })).without(['app/page.tsx']);
    const second = await first.without(['middleware.ts']);
    const paths = second.changes.map(({ path }) => path);
    expect(paths).not.toContain('app/page.tsx');
    expect(paths).not.toContain('middleware.ts');
    second.write();
    expect(readFileSync(join(cwd, 'middleware.ts'), 'utf8')).toContain('next-auth');
  });
});

describe('check', () => {
  it('counts what is left, and knows a limit', async () => {
    const { leftovers, isClean, report } = await check({ files: APP });
    expect({ isClean, same: leftovers === report.summary.sitesFound }).toEqual({ isClean: false, same: true });
    expect(await check({ files: APP, max: leftovers })).toMatchObject({ isClean: true });
    expect(await check({ files: APP, only: 'env' })).toMatchObject({ leftovers: 0 });
  });
});

it('renders a report in each format', async () => {
  const { report } = await migrate({ files: APP });
  for (const format of formats) expect(render(report, format)).not.toBe('');
});

it('names the transforms', () => {
  expect(transforms.map(({ name }) => name)).toContain('use-session');
});

it('has types that say which result is which', () => {
  const inMemory = () => migrate({ files: {} });
  const onDisk = () => migrate();
  const checked = () => check();
  expectTypeOf(inMemory).returns.resolves.toEqualTypeOf<FilesMigration>();
  expectTypeOf(onDisk).returns.resolves.toEqualTypeOf<Migration>();
  expectTypeOf<Migration['changes']>().toEqualTypeOf<readonly Change[]>();
  expectTypeOf(checked).returns.resolves.toHaveProperty('report').toEqualTypeOf<Report>();
  // @ts-expect-error there is no such id
  void (() => migrate({ userIds: 'github' }));
  // @ts-expect-error an app in memory is not written
  void (async () => (await migrate({ files: {} })).write());
});
