import type { ConnectionOptions, ResultSetHeader, RowDataPacket, TypeCastField } from 'mysql2';
import type { Address } from './address.js';
import { loadDriver } from './driver.js';
import { groupColumns } from './group.js';
import { inTransaction } from './transaction.js';
import type { Database, Row, Table, Value } from './types.js';

// MySQL 8 gives the columns of information_schema in capitals where they have no alias.
const COLUMNS = `
  SELECT NULL AS table_schema, c.table_name AS table_name, c.column_name AS column_name, c.column_type AS column_type,
         CASE WHEN c.is_nullable = 'YES' THEN 1 ELSE 0 END AS is_nullable, k.ordinal_position AS key_position
  FROM information_schema.columns c
  JOIN information_schema.tables t
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  LEFT JOIN information_schema.key_column_usage k
    ON k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name
   AND k.constraint_name = 'PRIMARY'
  WHERE c.table_schema = DATABASE()
  ORDER BY c.table_name, c.ordinal_position`;

/** Connects to MySQL or MariaDB. @throws the driver's own error */
export async function openMysql(address: Address): Promise<Database> {
  const { createConnection } = await loadDriver('mysql2', () => import('mysql2/promise'));
  const connection = await createConnection(optionsOf(address.url));
  // Without a listener a connection that is cut between two statements would end the process; the next statement tells.
  connection.on('error', () => undefined);
  // The session keeps the server's zone, as the app's own does: ORMs write and read TIMESTAMP columns in it and call it UTC.
  // Statements about transactions can't be prepared; what has values always is: escaping depends on the server's mode.
  const query = (sql: string, values: readonly Value[] = []) =>
    values.length === 0
      ? connection.query<RowDataPacket[] | ResultSetHeader>(sql)
      : connection.execute<RowDataPacket[] | ResultSetHeader>(sql, values as never);
  const database: Database = {
    dialect: 'mysql',
    shown: address.shown,
    all: async (sql, values) => {
      const [rows] = await query(sql, values);
      return rows as Row[];
    },
    run: async (sql, values) => {
      const [result] = await query(sql, values);
      return 'affectedRows' in result ? result.affectedRows : 0;
    },
    transaction: (mode, work) =>
      inTransaction(
        database,
        [
          'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ',
          `START TRANSACTION WITH CONSISTENT SNAPSHOT, ${mode === 'read only' ? 'READ ONLY' : 'READ WRITE'}`,
        ],
        work,
      ),
    tables: async (): Promise<Table[]> => groupColumns(await database.all(COLUMNS)),
    close: () => connection.end(),
  };
  return database;
}

/** The parts of the address. What else is in it (Prisma's pool, PlanetScale's) mysql2 would complain about, on stderr. */
function optionsOf(text: string): ConnectionOptions {
  const url = new URL(text);
  const socketPath = url.searchParams.get('socket') ?? url.searchParams.get('socketPath');
  const ssl = sslOf(url.searchParams);
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(socketPath === null
      ? { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 3306 : Number(url.port) }
      : { socketPath }),
    ...(ssl === undefined ? {} : { ssl }),
    connectTimeout: 15_000,
    supportBigNumbers: true,
    timezone: 'Z',
    typeCast: readField,
  };
}

/** By the parameters of mysql2 (`ssl`), Prisma (`sslaccept`) and MySQL's own clients (`ssl-mode`). */
function sslOf(given: URLSearchParams): { rejectUnauthorized: boolean } | undefined {
  const own = given.get('ssl');
  const mode = (given.get('ssl-mode') ?? given.get('sslmode') ?? '').toLowerCase();
  const accept = given.get('sslaccept');
  if (own !== null && own !== 'false') return { rejectUnauthorized: !/rejectUnauthorized"?\s*:\s*false/.test(own) };
  if (accept !== null) return { rejectUnauthorized: accept === 'strict' };
  if (mode === '' || mode === 'disabled' || mode === 'disable' || mode === 'preferred') return undefined;
  return { rejectUnauthorized: mode.startsWith('verify') };
}

/** TINYINT(1) and BIT(1) are how MySQL keeps a boolean. */
function readField(field: TypeCastField, next: () => unknown): unknown {
  if (field.type === 'TINY' && field.length === 1) {
    const text = field.string();
    return text === null ? null : text !== '0';
  }
  if (field.type === 'BIT' && field.length === 1) return field.buffer()?.[0] === 1;
  // A DATE has no hour: as a Date it would have one.
  if (field.type === 'DATE') return field.string();
  return next();
}
