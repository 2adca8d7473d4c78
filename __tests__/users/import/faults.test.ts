import { describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../helpers/clerk-fake/faults.js';
import { lastLine, people, sandbox } from './sandbox.js';

const nameOf = (fault: Fault): string =>
  [
    fault.kind,
    'status' in fault ? fault.status : '',
    'headers' in fault ? 'Retry-After' : '',
    'afterEffect' in fault ? 'after the effect' : '',
  ]
    .filter(Boolean)
    .join(' ');

describe('an import whose requests go wrong', () => {
  it.each(FAULTS.map((fault) => [nameOf(fault), fault] as const))(
    'loses and doubles nobody: %s',
    async (_name, fault) => {
      const spoiled = new Set<string>();
      const box = await sandbox({
        // Every fourth request, and what is sent again gets through.
        fault: ({ method, path, number }) => {
          const key = `${method} ${path} ${Math.floor(number / 4)}`;
          if (path === '/instance' || number % 4 !== 0 || spoiled.has(key)) return undefined;
          spoiled.add(key);
          return fault;
        },
      });
      box.write(
        'users.json',
        people(4).map((one) => ({ ...one, unverifiedEmailAddresses: [`other-${one.email}`] })),
      );
      const ended = await box.import('users.json', { timeout: 0.3, patience: 10 });
      expect(ended.err).toBe('');
      expect(lastLine(ended.out)).toBe('read 4 = created 4 + updated 0 + skipped 0 + failed 0');
      expect(spoiled.size).toBeGreaterThan(0);
      expect(box.fake.store.users.size).toBe(4);
      for (const user of box.fake.store.users.values()) expect(user.email_addresses).toHaveLength(2);
    },
  );

  it.each([400, 1500])(
    'creates nobody twice where a lost request has its effect %i ms later',
    async (effectAfterMs) => {
      const lost = new Set<string>();
      const box = await sandbox({
        fault: ({ method, path, number }) => {
          if (method !== 'POST' || path !== '/users' || lost.size === 3) return undefined;
          lost.add(String(number));
          return { kind: 'silence', effectAfterMs };
        },
      });
      box.write('users.json', people(5));
      const ended = await box.import('users.json', { timeout: 0.3, patience: 10 });
      expect([ended.err, lastLine(ended.out)]).toEqual(['', 'read 5 = created 5 + updated 0 + skipped 0 + failed 0']);
      // The late ones have come, and were refused where the second attempt was first.
      await new Promise((resolve) => setTimeout(resolve, effectAfterMs));
      expect([...box.fake.store.users.values()].map(({ external_id }) => external_id).sort()).toEqual(
        people(5).map(({ userId }) => userId),
      );
      expect(box.lines('id-map.ndjson').filter(({ clerk }) => !box.fake.store.users.has(String(clerk)))).toEqual([]);
    },
  );

  it('takes an address for attached that a lost request attached late', async () => {
    const other = 'other-person1@example.com';
    let tries = 0;
    const box = await sandbox({
      fault: ({ path }) => {
        if (path !== '/email_addresses' || (tries += 1) > 2) return undefined;
        if (tries === 1) return { kind: 'cut' };
        // Between the look at the user and the second attempt.
        box.fake.store.addEmail([...box.fake.store.users.values()][0]!, other, 'unverified');
        return undefined;
      },
    });
    box.write(
      'users.json',
      people(1).map((one) => ({ ...one, unverifiedEmailAddresses: [other] })),
    );
    const ended = await box.import('users.json', { timeout: 5, patience: 10 });
    expect([ended.err, lastLine(ended.out)]).toEqual(['', 'read 1 = created 1 + updated 0 + skipped 0 + failed 0']);
    expect(tries).toBe(2);
  });

  it('says so where an unverified address is taken by somebody else meanwhile', async () => {
    const other = 'other-person1@example.com';
    const box = await sandbox({
      fault: ({ path }) => {
        if (path === '/email_addresses') box.fake.store.seed({ email: other });
        return undefined;
      },
    });
    box.write(
      'users.json',
      people(1).map((one) => ({ ...one, unverifiedEmailAddresses: [other] })),
    );
    const ended = await box.import('users.json');
    expect(lastLine(ended.out)).toBe('read 1 = created 0 + updated 0 + skipped 0 + failed 1');
    expect(box.lines('users-errors.ndjson')).toMatchObject([{ code: 'not_attached' }]);
    expect(box.lines('id-map.ndjson')).toHaveLength(1);
  });

  it('notes what Clerk refuses, and goes on with the others', async () => {
    const refusal = JSON.stringify({
      errors: [
        {
          code: 'form_param_format_invalid',
          message: 'x',
          long_message: 'It is\ninvalid.',
          meta: { param_name: 'email_address' },
        },
      ],
    });
    let count = 0;
    const box = await sandbox({
      fault: ({ method }) => {
        count += method === 'POST' ? 1 : 0;
        return method === 'POST' && count === 2 ? { kind: 'status', status: 422, body: refusal } : undefined;
      },
    });
    box.write('users.json', people(5));
    const ended = await box.import('users.json');
    expect(ended.code).toBe(1);
    expect(lastLine(ended.out)).toBe('read 5 = created 4 + updated 0 + skipped 0 + failed 1');
    expect(box.lines('users-errors.ndjson')).toMatchObject([
      { code: 'form_param_format_invalid', reason: 'It is invalid. (email_address)' },
    ]);
  });

  it('stops when the network is gone, and continues with --resume', async () => {
    let isDown = false;
    const box = await sandbox({ fault: () => (isDown ? { kind: 'cut' } : undefined) });
    const create = box.fake.store.add.bind(box.fake.store);
    box.fake.store.add = (user) => {
      create(user);
      if (box.fake.store.users.size === 20) isDown = true;
    };
    box.write('users.json', people(200));
    const stopped = await box.import('users.json', { rate: 1000, patience: 1 });
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(
      /^Clerk can’t be reached: .*; \d+ records left, nothing is lost: run it again with --resume\n$/,
    );
    isDown = false;
    const again = await box.import('users.json');
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/journal of an earlier import: continue it with --resume/);
    const resumed = await box.import('users.json', { resume: true });
    expect(resumed.err).toBe('');
    expect(lastLine(resumed.out)).toBe('read 200 = created 200 + updated 0 + skipped 0 + failed 0');
    expect(box.fake.store.users.size).toBe(200);
    expect(box.lines('id-map.ndjson')).toHaveLength(200);
    const once = await box.import('users.json', { resume: true });
    expect(lastLine(once.out)).toBe('read 200 = created 200 + updated 0 + skipped 0 + failed 0');
    expect(once.code).toBe(0);
  });

  it('says one line where the network goes while it asks, and has written nothing', async () => {
    const box = await sandbox({ fault: ({ path }) => (path === '/users' ? { kind: 'cut' } : undefined) });
    box.write('users.json', people(5));
    const ended = await box.import('users.json', { patience: 0.1 });
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^Clerk could not be asked, and nothing was written: [^\n]+\n$/);
    expect(box.has('users-import.journal.ndjson')).toBe(false);
  });

  it('stops when the key is taken away', async () => {
    const box = await sandbox({
      fault: ({ method }) =>
        method === 'POST'
          ? { kind: 'status', status: 401, body: '{"errors":[{"code":"authentication_invalid","message":"revoked"}]}' }
          : undefined,
    });
    box.write('users.json', people(5));
    const ended = await box.import('users.json');
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Clerk takes the key no more: revoked; 5 records left/);
  });

  it('does not continue another file’s import, nor another instance’s', async () => {
    const box = await sandbox();
    box.write('users.json', people(2));
    expect((await box.import('users.json')).code).toBe(0);
    box.write('users.json', people(3));
    expect((await box.import('users.json', { resume: true })).err).toMatch(/is not the file that .* began with/);
    box.fake.options.instance = { id: 'ins_other', environment_type: 'production' };
    expect((await box.import('users.json', { resume: true })).err).toMatch(
      /is of instance ins_fake, and CLERK_SECRET_KEY is of ins_other/,
    );
  });
});
