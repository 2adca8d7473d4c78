import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  noPostgresFromNpm,
  PASSWORD,
  startMariadb,
  startPostgres,
  startPostgresFromNpm,
  type TestServer,
} from '../../helpers/databases.js';
import { databaseContract, snapshotContract } from '../../users/database/contract.js';

describe.each([
  { name: 'PostgreSQL', missing: noPostgres, start: startPostgres },
  { name: 'PostgreSQL from npm', missing: noPostgresFromNpm, start: startPostgresFromNpm },
  { name: 'MariaDB', missing: noMariadb, start: startMariadb },
])('$name', ({ missing, start }) => {
  describe.skipIf(isMissing(missing))('a real server', () => {
    let server: TestServer;
    let count = 0;
    beforeAll(async () => void (server = await start()));
    afterAll(() => server.stop());
    const address = async () => readAddress(await server.create(`test${(count += 1)}`), 'the test', []);

    databaseContract(async () => openDatabase(await address(), { writes: true }));
    snapshotContract(async () => {
      const same = await address();
      return [await openDatabase(same, { writes: false }), await openDatabase(same, { writes: true })];
    });

    it('says in one line, without a password, why there is no connection', async () => {
      const url = new URL(await server.create('refusing'));
      const wrong = new URL(url);
      wrong.password = 'wr0ng-secret';
      const gone = new URL(url);
      gone.port = '1';
      for (const [at, reason] of [
        [wrong, /can't connect to .*@127\.0\.0\.1:\d+\/refusing: .*(password authentication failed|Access denied)/],
        [gone, /can't connect to .*@127\.0\.0\.1:1\/refusing: .*ECONNREFUSED/],
      ] as const) {
        const error: unknown = await openDatabase(readAddress(at.href, 'x', []), { writes: false }).catch((e) => e);
        expect(error).toBeInstanceOf(Error);
        const { message } = error as Error;
        expect(message).toMatch(reason);
        expect(message).not.toMatch(/\n|wr0ng-secret/);
        expect(message).not.toContain(PASSWORD);
      }
    });
  });
});
