import { mkdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isVerified } from '../../../lib/users/clerk/types.js';
import { BCRYPT } from '../bad-records.js';
import { lastLine, people, sandbox } from './sandbox.js';

describe('users import', () => {
  it('creates everyone once, and says who is who', async () => {
    const box = await sandbox();
    box.write('users.json', people(250));
    const ended = await box.import('users.json');
    expect(ended.err).toBe('');
    expect(lastLine(ended.out)).toBe('read 250 = created 250 + updated 0 + skipped 0 + failed 0');
    expect(ended.code).toBe(0);
    expect(box.fake.store.users.size).toBe(250);
    const map = box.lines('id-map.ndjson');
    expect(map).toHaveLength(250);
    for (const { old, clerk } of map) expect(box.fake.store.users.get(String(clerk))?.external_id).toBe(old);
    expect(box.has('users-errors.ndjson')).toBe(false);
  });

  it('carries all that a record holds', async () => {
    const box = await sandbox();
    box.write('users.json', [
      {
        userId: 'old-1',
        email: 'ada@example.com',
        phone: '+15551234567',
        username: 'ada',
        name: 'Ada Lovelace',
        password: BCRYPT,
        passwordHasher: 'bcrypt',
        publicMetadata: { role: 'admin' },
        privateMetadata: { note: 1 },
        createdAt: '2020-01-02T03:04:05.000Z',
        banned: true,
      },
      { userId: '+2', phone: '+15557654321' },
    ]);
    expect((await box.import('users.json')).code).toBe(0);
    const [ada, other] = [...box.fake.store.users.values()];
    expect(ada).toMatchObject({
      external_id: 'old-1',
      username: 'ada',
      first_name: 'Ada',
      last_name: 'Lovelace',
      password_enabled: true,
      public_metadata: { role: 'admin' },
      private_metadata: { note: 1 },
      created_at: Date.parse('2020-01-02T03:04:05.000Z'),
      banned: true,
    });
    expect(other).toMatchObject({ external_id: '+2', email_addresses: [] });
    // The filter's own signs don't hide an id that begins with one.
    box.write('again.json', [{ userId: '+2', phone: '+15557654321' }]);
    const again = await box.import('again.json', { outDir: mkdir(box, 'second') });
    expect(lastLine(again.out)).toBe('read 1 = created 0 + updated 0 + skipped 1 + failed 0');
  });

  it('writes nothing without a yes, and shows the command that does', async () => {
    const box = await sandbox();
    box.write('users.json', people(3));
    const refused = await box.import('users.json', { yes: false });
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('would create 3');
    expect(refused.err).toContain('authjs-clerk-codemod users import users.json --yes');
    const no = await box.import('users.json', { yes: false }, () => Promise.resolve(false));
    expect(no.code).toBe(2);
    const dry = await box.import('users.json', { dryRun: true });
    expect(lastLine(dry.out)).toBe('read 3 = created 3 + updated 0 + skipped 0 + failed 0');
    expect(box.fake.store.users.size).toBe(0);
    expect(box.has('users-import.journal.ndjson')).toBe(false);
    expect((await box.import('users.json', { yes: false }, () => Promise.resolve(true))).code).toBe(0);
  });

  it('refuses all where one is rejected, and imports the others when told to', async () => {
    const box = await sandbox();
    const [first, second] = people(2);
    box.write('users.json', [first, { ...second, email: first!.email }, { userId: 'x' }, second]);
    const refused = await box.import('users.json');
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('duplicate_in_file: 1 record; merge');
    expect(refused.out).toContain('record 3 (x): it has no email');
    expect(box.fake.store.users.size).toBe(0);
    const partial = await box.import('users.json', { allowPartial: true });
    expect(partial.code).toBe(1);
    expect(lastLine(partial.out)).toBe('read 4 = created 2 + updated 0 + skipped 0 + failed 2');
    expect(box.lines('users-errors.ndjson')).toMatchObject([
      { record: 2, userId: 'old-2', code: 'duplicate_in_file', input: { email: first!.email } },
      { record: 3, userId: 'x', code: 'no_identifier', input: { userId: 'x' } },
    ]);
    expect(statSync(box.path('users-errors.ndjson')).mode & 0o777).toBe(0o600);
  });

  it('takes its own errors file back', async () => {
    const box = await sandbox();
    box.fake.store.seed({ email: 'person2@example.com' });
    box.write('users.json', people(3));
    expect((await box.import('users.json', { allowPartial: true })).code).toBe(1);
    const same = await box.import('users-errors.ndjson', { resume: true });
    expect(same.err).toMatch(/writes its own errors/);
    for (const user of box.fake.store.users.values()) if (user.external_id === null) box.fake.store.remove(user);
    const again = await box.import('users-errors.ndjson', { outDir: mkdir(box, 'second') });
    expect(lastLine(again.out)).toBe('read 1 = created 1 + updated 0 + skipped 0 + failed 0');
  });

  it.each([
    ['skip', 'read 2 = created 1 + updated 0 + skipped 1 + failed 0', null],
    ['update', 'read 2 = created 1 + updated 1 + skipped 0 + failed 0', 'Person'],
    ['fail', 'read 2 = created 1 + updated 0 + skipped 0 + failed 1', null],
  ] as const)(
    'meets those who are there with %s, and has them in the map either way',
    async (onConflict, line, name) => {
      const box = await sandbox();
      const there = box.fake.store.seed({ externalId: 'old-1', email: 'person1@example.com' });
      box.write('users.json', people(2));
      const ended = await box.import('users.json', { onConflict, allowPartial: true });
      expect(lastLine(ended.out)).toBe(line);
      expect(there.first_name).toBe(name);
      expect(box.lines('id-map.ndjson')).toContainEqual({ old: 'old-1', clerk: there.id });
    },
  );

  it('takes nobody’s account for an address that is theirs', async () => {
    const box = await sandbox();
    const other = box.fake.store.seed({ email: 'Person1@Example.com' });
    box.write('users.json', people(1));
    const ended = await box.import('users.json', { allowPartial: true });
    expect(ended.out).toContain(`person1@example.com belongs to ${other.id}`);
    expect(lastLine(ended.out)).toBe('read 1 = created 0 + updated 0 + skipped 0 + failed 1');
    expect(other.external_id).toBeNull();
  });

  it.each([
    ['both hold it verified', {}, {}, 1],
    ['the file does not', {}, { emailVerified: null }, 0],
    ['Clerk does not', { verified: false }, {}, 0],
    ['another externalId stands', { externalId: 'somebody' }, {}, 0],
  ])('links by email only where both sides are sure: %s', async (_name, theirs, ours, linked) => {
    const box = await sandbox();
    const other = box.fake.store.seed({ email: 'person1@example.com', ...theirs });
    box.write('users.json', [{ ...people(1)[0], ...ours }]);
    const ended = await box.import('users.json', { allowPartial: true, linkByEmail: true });
    expect(lastLine(ended.out)).toContain(`updated ${linked} `);
    expect(other.external_id === 'old-1').toBe(linked === 1);
    expect(other.first_name).toBeNull();
  });

  it('attaches unverified addresses without their being verified for a moment', async () => {
    const box = await sandbox();
    const record = { userId: 'u', email: 'sure@example.com', unverifiedEmailAddresses: ['unsure@example.com'] };
    box.write('users.json', [record]);
    expect((await box.import('users.json')).code).toBe(0);
    const [user] = box.fake.store.users.values();
    expect(user!.email_addresses.map((one) => [one.email_address, isVerified(one)])).toEqual([
      ['sure@example.com', true],
      ['unsure@example.com', false],
    ]);
    expect(box.fake.store.statuses.get('unsure@example.com')).toEqual(['unverified']);
  });

  it('reserves them when told to, and rejects who has nothing else otherwise', async () => {
    const box = await sandbox();
    box.write('users.json', [{ userId: 'u', email: 'unsure@example.com', emailVerified: null }]);
    const refused = await box.import('users.json');
    expect(refused.code).toBe(2);
    expect(refused.out).toMatch(/unverified_only: 1 record; --reserve-unverified/);
    expect((await box.import('users.json', { reserveUnverified: true })).code).toBe(0);
    expect(box.fake.store.statuses.get('unsure@example.com')).toEqual(['reserved']);
  });

  it('knows what the instance requires before it writes', async () => {
    const box = await sandbox({
      attributes: { email_address: { enabled: true, required: true }, last_name: { enabled: false, required: false } },
    });
    box.write('users.json', [{ userId: 'a', phone: '+15551234567' }, ...people(1)]);
    const ended = await box.import('users.json');
    expect(ended.code).toBe(2);
    expect(ended.out).toContain('email_address_required: 1 record');
    expect(ended.out).toContain('last_name_not_enabled: 1 record');
    expect(box.fake.log.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('stops early where a setting refuses everybody', async () => {
    const box = await sandbox({ attributes: { username: { enabled: true, required: true } } });
    box.write('.env.local', `CLERK_SECRET_KEY=${box.fake.key}\nCLERK_API_URL=${box.fake.url}\n`);
    box.write('users.json', people(1000));
    const ended = await box.import('users.json', { rate: 400 });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY is not set');
    expect(ended.err).toMatch(/20 records in a row were refused with form_data_missing.*left.*--resume/);
    expect(box.fake.log.filter((line) => line.startsWith('POST')).length).toBeLessThan(200);
  });

  it('guards a development instance', async () => {
    const box = await sandbox({ instance: { id: 'ins_dev', environment_type: 'development' } });
    box.write('users.json', people(1));
    const refused = await box.import('users.json');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--allow-dev');
    const ended = await box.import('users.json', { allowDev: true, rate: 100 });
    expect(ended.out).toContain('to ins_dev (development)');
    expect(ended.out).toContain('at 100 requests in 10 seconds');
    expect(ended.code).toBe(0);
  });

  it('prints one object with --format json', async () => {
    const box = await sandbox();
    box.write('users.json', people(2));
    const ended = await box.import('users.json', { format: 'json' });
    expect(JSON.parse(ended.out)).toEqual({ read: 2, created: 2, updated: 0, skipped: 0, failed: 0 });
  });

  it('names the fields that are not sent, once', async () => {
    const box = await sandbox();
    box.write(
      'users.json',
      people(3).map((one) => ({ ...one, shoe_size: 42 })),
    );
    const ended = await box.import('users.json');
    expect(ended.out.match(/shoe_size/g)).toHaveLength(1);
    expect(ended.code).toBe(0);
  });
});

function mkdir(box: { path(name: string): string }, name: string): string {
  mkdirSync(box.path(name));
  return name;
}
