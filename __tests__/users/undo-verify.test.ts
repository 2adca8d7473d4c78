import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { undoImport } from '../../lib/users/undo.js';
import { verifyUsers } from '../../lib/users/verify.js';
import { lastLine, people, sandbox, type Ended, type Sandbox } from './import/sandbox.js';

const JOURNAL = 'users-import.journal.ndjson';

const common = (box: Sandbox) => ({
  cwd: box.folder,
  args: ['users', 'undo', JOURNAL],
  isAttended: false,
  rate: 10_000,
  timeout: 5,
  patience: 2,
});
const undo = (box: Sandbox, flags: { yes?: boolean; dryRun?: boolean } = { yes: true }): Promise<Ended> =>
  box.run((output) => undoImport({ ...common(box), path: JOURNAL, ...flags }, output));
const verify = (box: Sandbox, format: 'text' | 'json' = 'text'): Promise<Ended> =>
  box.run((output) => verifyUsers({ ...common(box), path: 'users.json', format }, output));

async function imported(): Promise<Sandbox> {
  const box = await sandbox();
  box.fake.store.seed({ externalId: 'old-1', email: 'person1@example.com' });
  box.fake.store.seed({ email: 'stranger@example.com' });
  box.write('users.json', people(5));
  expect((await box.import('users.json')).code).toBe(0);
  return box;
}

describe('users undo', () => {
  it('deletes what the import created and nobody else, and can be repeated', async () => {
    const box = await imported();
    box.fake.store.byExternalId.get('old-3')!.last_sign_in_at = 1;
    const dry = await undo(box, { dryRun: true });
    expect(dry.out).toContain('would delete 4 users');
    expect(dry.out).toMatch(/1 of them signed in since.*\n.*old-3/);
    const unasked = await undo(box, {});
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain(`users undo ${JOURNAL} --yes`);
    expect(box.fake.store.users.size).toBe(6);
    const done = await undo(box);
    expect(done.code).toBe(0);
    expect(lastLine(done.out)).toBe('deleted 4, gone already 0, kept 0, failed 0');
    expect([...box.fake.store.users.values()].map((user) => user.external_id)).toEqual(['old-1', null]);
    expect(lastLine((await undo(box)).out)).toBe('deleted 0, gone already 4, kept 0, failed 0');
    expect((await box.import('users.json', { resume: true })).err).toMatch(/was undone/);
  });

  it('keeps a user who has another externalId by now, and refuses another instance', async () => {
    const box = await imported();
    box.fake.store.setExternalId(box.fake.store.byExternalId.get('old-2')!, 'somebody');
    expect(lastLine((await undo(box)).out)).toBe('deleted 3, gone already 0, kept 1, failed 0');
    box.fake.options.instance = { id: 'ins_other', environment_type: 'production' };
    const other = await undo(box);
    expect(other.code).toBe(2);
    expect(other.err).toMatch(/is of instance ins_fake.*nothing was deleted/);
  });

  it('finds those that a kill left without an answer', async () => {
    const box = await imported();
    const kept = box.lines(JOURNAL).filter((line) => line['is'] !== 'created' || line['n'] !== 4);
    box.write(JOURNAL, `${kept.map((line) => JSON.stringify(line)).join('\n')}\n{"n":9,"id":"ha`);
    expect(lastLine((await undo(box)).out)).toBe('deleted 4, gone already 0, kept 0, failed 0');
  });

  it('needs a journal', async () => {
    const box = await sandbox();
    expect((await undo(box)).err).toMatch(/there is no journal/);
    box.write(JOURNAL, '{"n":1}\n');
    expect((await undo(box)).err).toMatch(/is no journal of users import/);
    rmSync(box.path(JOURNAL));
    mkdirSync(box.path(JOURNAL));
    expect((await undo(box)).err).toMatch(/^[^\n]+ can’t be read: EISDIR[^\n]+\n$/);
  });
});

describe('users verify', () => {
  it('finds nothing after an import', async () => {
    const box = await imported();
    const ended = await verify(box);
    expect(ended.out).toContain('users.json: 5 records; ins_fake: 6 users');
    expect(lastLine(ended.out)).toBe('verified 5: missing 0, doubled 0, different 0, unreadable 0');
    expect(ended.code).toBe(0);
  });

  it('names who is missing, doubled and different', async () => {
    const box = await imported();
    const { store } = box.fake;
    store.remove(store.byExternalId.get('old-2')!);
    const third = store.byExternalId.get('old-3')!;
    third.email_addresses[0]!.verification = null;
    store.remove(store.byExternalId.get('old-4')!);
    store.seed({ email: 'person4@example.com' });
    store.byExternalId.get('old-5')!.email_addresses.pop();
    store.byEmail.delete('person5@example.com');
    const ended = await verify(box, 'json');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toMatchObject({
      records: 5,
      missing: 2,
      doubled: 1,
      different: 2,
      findings: [
        { record: 2, kind: 'missing' },
        { record: 3, kind: 'different', detail: expect.stringContaining('is not verified') as string },
        { record: 4, kind: 'missing' },
        { record: 4, kind: 'doubled' },
        { record: 5, kind: 'different', detail: expect.stringContaining('lacks person5@example.com') as string },
      ],
    });
    expect((await verify(box)).out).toContain('missing: record 2 (old-2): no user has this externalId');
  });
});
