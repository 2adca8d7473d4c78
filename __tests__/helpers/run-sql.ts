import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

/** Runs a file of SQL at once and on a connection of its own, as a database's shell does; the first error ends it. */
export async function runSql(url: string, sql: string): Promise<void> {
  if (url.startsWith('postgresql:')) {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  } else if (url.startsWith('mysql:')) {
    const connection = await createConnection({ uri: url, multipleStatements: true });
    await connection.query(sql).finally(() => connection.end());
  } else {
    const file = new Sqlite(url.replace(/^file:/, ''));
    try {
      file.exec(sql);
    } finally {
      file.close();
    }
  }
}
