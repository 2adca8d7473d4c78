import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/users/database/address.js';
import { openDatabase } from '../../../lib/users/database/open.js';
import { comparable, RECORDS, signUp } from '../../helpers/auth-people.js';
import { PRISMA_CONFIG, prismaDdl, type PrismaProvider } from '../../helpers/auth-schemas/prisma.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { installPrisma, prismaApp } from '../../helpers/prisma.js';
import { folder } from '../../runner/folder.js';
import { recordsOf, runExport } from '../../users/export/run.js';

// Nothing may depend on the zone of the machine.
process.env['TZ'] = 'Pacific/Auckland';

/** An app on Prisma, filled through Auth.js's adapter and exported by the names in its schema. */
async function exportApp(dir: string, provider: PrismaProvider, url: string): Promise<void> {
  const database = await openDatabase(readAddress(url, 'the test', [dir]), { writes: true });
  for (const statement of prismaDdl(provider)) await database.run(statement);
  await database.close();
  const before = Date.now();
  const app = await prismaApp(dir, provider, url);
  await signUp(app.adapter, app.complete);
  await app.close();
  writeFileSync(join(dir, 'prisma.config.ts'), PRISMA_CONFIG);
  writeFileSync(join(dir, '.env'), `SHOP_DATABASE_URL="${url}"\nDATABASE_URL=postgres://x@127.0.0.1:1/wrong\n`);

  const { code, err } = await runExport(dir, { map: ['role=publicMetadata.role'] });
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^reading \S+ \(SHOP_DATABASE_URL in \.env\), names from prisma\/schema\.prisma\n$/),
  });
  const records = recordsOf(dir);
  expect(comparable(records).people).toEqual(RECORDS);
  for (const { createdAt } of records) {
    const at = Date.parse(createdAt as string);
    expect(at).toBeGreaterThanOrEqual(before - 1000);
    expect(at).toBeLessThanOrEqual(Date.now() + 1000);
  }
}

describe.skipIf(isMissing(installPrisma()))('an app on Prisma', () => {
  it('and SQLite', async () => {
    const dir = folder({ 'package.json': '{}' });
    new Sqlite(join(dir, 'dev.db')).close();
    await exportApp(dir, 'sqlite', `file:${join(dir, 'dev.db')}`);
    expect(recordsOf(dir)).toHaveLength(RECORDS.length);
  });

  describe.each([
    { provider: 'postgresql' as const, missing: noPostgres, start: startPostgres },
    { provider: 'mysql' as const, missing: noMariadb, start: startMariadb },
  ])('and $provider', ({ provider, missing, start }) => {
    describe.skipIf(isMissing(missing))('a real server', () => {
      let server: TestServer;
      beforeAll(async () => void (server = await start()));
      afterAll(() => server.stop());

      it('is exported', async () => {
        const dir = folder({ 'package.json': '{}' });
        await exportApp(dir, provider, await server.create('shop'));
        expect(recordsOf(dir)).toHaveLength(RECORDS.length);
      });
    });
  });
});
