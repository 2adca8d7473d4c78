import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle as drizzleMysql } from 'drizzle-orm/mysql2';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { createPool } from 'mysql2/promise';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drizzleAdapter } from '../../helpers/auth-adapters.js';
import { DIGEST, PEOPLE, signUp, type AuthAdapter } from '../../helpers/auth-people.js';
import * as mysqlSchema from '../../helpers/auth-schemas/drizzle-mysql.js';
import * as pgSchema from '../../helpers/auth-schemas/drizzle-pg.js';
import {
  isMissing,
  noMariadb,
  noPostgres,
  PASSWORD,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { runSql } from '../../helpers/run-sql.js';
import { lastLine, sandbox } from '../../users/import/sandbox.js';
import { runSync } from '../../users/sync/run.js';

/** A database with Auth.js's tables, and its adapter for Drizzle. */
interface App {
  readonly adapter: AuthAdapter;
  close(): Promise<void>;
}

const SERVERS = [
  {
    name: 'PostgreSQL',
    missing: noPostgres,
    start: startPostgres,
    schema: 'drizzle-pg',
    table: 'shop_user',
    verified: '"emailVerified"',
    digest: 'password_hash',
    open: async (url: string): Promise<App> => {
      const pool = new Pool({ connectionString: url });
      const { users, accounts } = pgSchema;
      const adapter = await drizzleAdapter(drizzlePg({ client: pool }), { usersTable: users, accountsTable: accounts });
      return { adapter, close: () => pool.end() };
    },
    ddl: pgSchema.DDL,
  },
  {
    name: 'MariaDB',
    missing: noMariadb,
    start: startMariadb,
    schema: 'drizzle-mysql',
    table: '`user`',
    verified: 'email_verified',
    digest: 'hashed_password',
    open: async (url: string): Promise<App> => {
      const pool = createPool(url);
      const { users, accounts } = mysqlSchema;
      const adapter = await drizzleAdapter(drizzleMysql({ client: pool }), {
        usersTable: users,
        accountsTable: accounts,
      });
      return { adapter, close: () => pool.end() };
    },
    ddl: mysqlSchema.DDL,
  },
];

const schemaFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../helpers/auth-schemas/${name}.ts`), 'utf8');

describe.each(SERVERS)('users sync on $name', ({ missing, start, schema, table, verified, digest, open, ddl }) => {
  describe.skipIf(isMissing(missing))('a real server', () => {
    let server: TestServer;
    beforeAll(async () => void (server = await start()));
    afterAll(() => server.stop());

    it('sends what people changed since, and nothing else', async () => {
      const box = await sandbox();
      const url = await server.create('shop');
      for (const statement of ddl) await runSql(url, statement);
      box.write('schema.ts', schemaFile(schema));
      const app = await open(url);
      await signUp(app.adapter, (id, { password, role }) =>
        runSql(
          url,
          `UPDATE ${table} SET ${digest} = ${password === null ? 'NULL' : `'${password}'`}, role = ${role === null ? 'NULL' : `'${role}'`} WHERE id = '${id}'`,
        ),
      );
      const sync = (flags = {}) =>
        runSync(box, url, { yes: true, reserveUnverified: true, map: ['role=publicMetadata.role'], ...flags });
      const { store, log } = box.fake;
      const of = (email: string) => store.byEmail.get(email)!;

      const first = await sync();
      expect(lastLine(first.out)).toBe('read 6 = created 6 + updated 0 + skipped 0 + failed 0');
      expect(first.code).toBe(0);
      expect(of('ada@example.com').public_metadata).toEqual({ role: 'admin' });
      expect(of('mary@example.com').password_enabled).toBe(true);

      // Times and flags are read as they were the first time: nobody counts as changed, and nobody is asked about.
      log.length = 0;
      expect(lastLine((await sync()).out)).toBe('read 6 = created 0 + updated 0 + skipped 6 + failed 0');
      expect(log).toEqual(['GET /instance 200']);

      const change = (email: string, set: string) => runSql(url, `UPDATE ${table} SET ${set} WHERE email = '${email}'`);
      await change('plato@example.com', `name = 'Plato of Athens', role = 'editor'`);
      await change('grace@example.com', `${verified} = '2024-05-06 07:08:09'`);
      await change('ada@example.com', `email = 'ada@example.org'`);
      await change('mary@example.com', `${digest} = '${DIGEST.slice(0, -1)}.'`);
      const { id } = await app.adapter.createUser!({
        id: '5b8d2f6e-0000-4000-8000-000000000001',
        name: 'Noor',
        email: 'noor@example.com',
        emailVerified: null,
        image: null,
      });
      await app.adapter.linkAccount!({ userId: id, type: 'oauth', provider: 'github', providerAccountId: 'noor' });
      await runSql(url, `DELETE FROM ${table} WHERE email = 'gone@example.com'`);
      await app.close();

      log.length = 0;
      const third = await sync();
      expect(lastLine(third.out)).toBe('read 7 = created 1 + updated 4 + skipped 2 + failed 0');
      expect(third.code).toBe(0);
      expect(of('plato@example.com')).toMatchObject({
        first_name: 'Plato',
        last_name: 'of Athens',
        public_metadata: { role: 'editor' },
      });
      expect(of('grace@example.com').email_addresses[0]!.verification!.status).toBe('verified');
      expect(of('noor@example.com').email_addresses[0]!.verification!.status).toBe('verified');
      // The former address stays until somebody deletes it.
      expect(of('ada@example.org')).toBe(of('ada@example.com'));
      expect(log).toContain(`PATCH /users/${of('mary@example.com').id} 200`);
      expect(store.users.size).toBe(PEOPLE.length + 1);
      const map = box.lines('id-map.ndjson');
      expect(map).toHaveLength(PEOPLE.length + 1);
      expect(map.filter(({ old, clerk }) => store.users.get(String(clerk))?.external_id !== old)).toEqual([]);

      expect(lastLine((await sync()).out)).toBe('read 7 = created 0 + updated 0 + skipped 7 + failed 0');
      for (const { out, err, notes } of [first, third]) {
        expect(out + err + notes).not.toContain(PASSWORD);
        expect(out + err + notes).not.toContain(box.fake.key);
      }
    });

    it('picks up after a sync that the network cut off', async () => {
      const box = await sandbox();
      const url = await server.create('halted');
      for (const statement of ddl) await runSql(url, statement);
      box.write('schema.ts', schemaFile(schema));
      const values = Array.from({ length: 300 }, (_, at) => `('id-${at}', 'Person ${at}', 'p${at}@example.com')`);
      await runSql(url, `INSERT INTO ${table} (id, name, email) VALUES ${values.join(', ')}`);
      let isDown = false;
      box.fake.options.fault = () => (isDown ? { kind: 'cut' } : undefined);
      const add = box.fake.store.add.bind(box.fake.store);
      box.fake.store.add = (user) => {
        add(user);
        if (box.fake.store.users.size === 50) isDown = true;
      };
      const sync = () => runSync(box, url, { yes: true, trustEmails: true, rate: 2000, patience: 1 });
      const cut = await sync();
      expect(cut.code).toBe(1);
      expect(cut.err).toMatch(/Clerk can’t be reached: [^\n]*: run users sync again\n$/);
      isDown = false;
      const again = await sync();
      expect(again.code).toBe(0);
      expect(lastLine(again.out)).toMatch(/^read 300 = created \d+ \+ updated \d+ \+ skipped \d+ \+ failed 0$/);
      expect(box.fake.store.users.size).toBe(300);
      expect(box.lines('id-map.ndjson')).toHaveLength(300);
    });
  });
});
