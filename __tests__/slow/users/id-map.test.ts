import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  isMissing,
  noMariadb,
  noPostgres,
  startMariadb,
  startPostgres,
  type TestServer,
} from '../../helpers/databases.js';
import { idMapContract } from '../../users/id-map/contract.js';

let names = 0;

describe.skipIf(isMissing(noPostgres))('PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server.stop());

  idMapContract({
    create: () => server.create(`shop${(names += 1)}`),
    runScript: async (url, sql) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
  });
});

describe.skipIf(isMissing(noMariadb))('MariaDB', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startMariadb()));
  afterAll(() => server.stop());

  idMapContract({
    create: () => server.create(`shop${(names += 1)}`),
    runScript: async (url, sql) => {
      const connection = await createConnection({ uri: url, multipleStatements: true });
      await connection.query(sql).finally(() => connection.end());
    },
  });
});
