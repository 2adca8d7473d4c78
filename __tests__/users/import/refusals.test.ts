import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BAD_RECORDS, BCRYPT } from '../bad-records.js';
import { lastLine, people, sandbox } from './sandbox.js';

afterEach(() => vi.unstubAllEnvs());

describe('a file with every kind of bad record', () => {
  const BAD = BAD_RECORDS.map(([, input]) => input);
  const [good] = people(1);

  it('sends nothing; with --allow-partial the good ones, and the bad ones can be fed back in', async () => {
    const box = await sandbox();
    box.write('users.json', [...BAD, good]);
    const refused = await box.import('users.json');
    expect(refused.code).toBe(2);
    expect(refused.err).toBe(
      `${BAD.length} of the records would be rejected, so nothing was written: mend them, or import the others with --allow-partial\n`,
    );
    expect(box.fake.log.filter((line) => !line.startsWith('GET '))).toEqual([]);

    const partial = await box.import('users.json', { allowPartial: true });
    expect(partial.code).toBe(1);
    expect(lastLine(partial.out)).toBe(
      `read ${BAD.length + 1} = created 1 + updated 0 + skipped 0 + failed ${BAD.length}`,
    );
    const errors = box.lines('users-errors.ndjson');
    expect(errors.map(({ record, code, input }) => ({ record, code, input }))).toEqual(
      BAD_RECORDS.map(([, input, code], at) => ({ record: at + 1, code, input: JSON.parse(JSON.stringify(input)) })),
    );
    for (const { reason } of errors) expect(reason).toMatch(/^[^\n]+$/);
    expect(statSync(box.path('users-errors.ndjson')).mode & 0o777).toBe(0o600);
    expect(statSync(box.path('users-import.journal.ndjson')).mode & 0o777).toBe(0o600);
    for (const text of [refused.out, partial.out, partial.err]) expect(text).not.toContain(BCRYPT);

    mkdirSync(box.path('again'));
    const again = await box.import('users-errors.ndjson', { allowPartial: true, outDir: 'again' });
    expect(lastLine(again.out)).toBe(`read ${BAD.length} = created 0 + updated 0 + skipped 0 + failed ${BAD.length}`);
    expect(box.lines('again/users-errors.ndjson')).toEqual(errors);
  });

  it('is as bad in NDJSON', async () => {
    const box = await sandbox();
    box.write('users.ndjson', [good, ...BAD].map((record) => `${JSON.stringify(record)}\n`).join(''));
    const partial = await box.import('users.ndjson', { allowPartial: true });
    expect(partial.out).toContain(`created 1 + updated 0 + skipped 0 + failed ${BAD.length}\n`);
  });
});

describe('a key or an address of Clerk’s that can’t be used', () => {
  it.each([
    ['no key', { CLERK_SECRET_KEY: '' }, /^CLERK_SECRET_KEY is not set: /],
    ['a publishable key', { CLERK_SECRET_KEY: 'pk_live_hush' }, /is no secret key of Clerk’s/],
    ['a key with a line break', { CLERK_SECRET_KEY: 'sk_live_hush\nx' }, /is no secret key of Clerk’s/],
    ['a key with a typographic quote', { CLERK_SECRET_KEY: 'sk_live_hush”' }, /is no secret key of Clerk’s/],
    ['another key', { CLERK_SECRET_KEY: 'sk_live_hush' }, /^Clerk does not take the CLERK_SECRET_KEY from the env/],
    ['no address', { CLERK_API_URL: 'ftp://example.com' }, /^CLERK_API_URL is no http address$/m],
    ['an address with a password', { CLERK_API_URL: 'https://u:hush@example.com' }, /^CLERK_API_URL holds a password/],
    [
      'an address where nobody is',
      { CLERK_API_URL: 'http://127.0.0.1:1' },
      /^http:\/\/127\.0\.0\.1:1 can’t be reached: /,
    ],
  ])('%s is one line, and nothing is written', async (_name, variables, message) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const box = await sandbox();
    if ('CLERK_SECRET_KEY' in variables && variables.CLERK_SECRET_KEY === '') rmSync(box.path('.env.local'));
    box.write('users.json', people(2));
    const ended = await box.import('users.json');
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(message);
    expect(ended.err).toMatch(/^[^\n]+\n$/);
    expect(ended.err + ended.out).not.toContain('hush');
    expect(ended.out).toBe('');
    expect(existsSync(box.path('users-import.journal.ndjson'))).toBe(false);
    expect(existsSync(box.path('users-import.journal.ndjson.lock'))).toBe(false);
  });

  it('is one object with --format json, as is a file that can’t be read', async () => {
    const box = await sandbox();
    box.write('users.json', '[{');
    const cut = await box.import('users.json', { format: 'json' });
    expect(cut.code).toBe(2);
    expect(JSON.parse(cut.out)).toEqual({ refused: cut.err.trimEnd() });
    box.write('users.json', people(2));
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_live_hush');
    const key = await box.import('users.json', { format: 'json' });
    expect(JSON.parse(key.out)).toEqual({ refused: key.err.trimEnd() });
  });
});

it('has the journal where the results can’t be written, and writes them with --resume', async () => {
  const box = await sandbox();
  box.write('users.json', people(3));
  mkdirSync(box.path('id-map.ndjson'));
  const ended = await box.import('users.json');
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(
    /^the id map and the errors can’t be written: [^\n]+; the journal has it all: run it again with --resume\n$/,
  );
  expect(lastLine(ended.out)).toBe('read 3 = created 3 + updated 0 + skipped 0 + failed 0');
  rmSync(box.path('id-map.ndjson'), { recursive: true });
  const posts = box.fake.log.filter((line) => line.startsWith('POST')).length;
  expect((await box.import('users.json', { resume: true })).code).toBe(0);
  expect(box.lines('id-map.ndjson')).toHaveLength(3);
  expect(box.fake.log.filter((line) => line.startsWith('POST'))).toHaveLength(posts);
});
