import type { Address } from './address.js';
import { loadDriver } from './driver.js';
import { groupColumns } from './group.js';
import { inTransaction } from './transaction.js';
import type { Database, Row, Table, Value } from './types.js';

/** Parameters of Prisma's that pg would hand to the server, or take for something else. */
const PRISMA_ONLY = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'socket_timeout', 'sslaccept'];

/** PostgreSQL's numbers of types (pg_type.oid) whose values are read otherwise than pg would. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;

const COLUMNS = `
  SELECT n.nspname AS table_schema, c.relname AS table_name, a.attname AS column_name,
         format_type(a.atttypid, a.atttypmod) AS column_type,
         CASE WHEN a.attnotnull THEN 0 ELSE 1 END AS is_nullable,
         array_position(i.indkey::int2[], a.attnum) + 1 AS key_position
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND has_schema_privilege(n.oid, 'USAGE')
  ORDER BY (n.nspname = coalesce($1, current_schema())) DESC, n.nspname, c.relname, a.attnum`;

/** Connects to PostgreSQL, or to what speaks its protocol. @throws the driver's own error */
export async function openPostgres(address: Address): Promise<Database> {
  const { default: pg } = await loadDriver('pg', () => import('pg'));
  const { connectionString, schema } = forDriver(address.url);
  const client = new pg.Client({
    connectionString,
    application_name: 'authjs-clerk-codemod',
    connectionTimeoutMillis: 15_000,
    types: {
      getTypeParser: ((type: number, format?: 'text') =>
        parserOf(type) ?? pg.types.getTypeParser(type, format)) as never,
    },
  });
  // Without a listener a connection that is cut between two statements would end the process; the next statement tells.
  client.on('error', () => undefined);
  await client.connect();
  const query = (sql: string, values: readonly Value[] = []) => client.query<Record<string, Value>>(sql, [...values]);
  const database: Database = {
    dialect: 'postgresql',
    shown: address.shown,
    all: async (sql, values) => (await query(sql, values)).rows,
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    transaction: (mode, work) =>
      inTransaction(
        database,
        [`BEGIN ISOLATION LEVEL REPEATABLE READ ${mode === 'read only' ? 'READ ONLY' : 'READ WRITE'}`],
        work,
      ),
    tables: async (): Promise<Table[]> => groupColumns((await query(COLUMNS, [schema ?? null])).rows as Row[]),
    close: () => client.end(),
  };
  return database;
}

/** The address without what is only Prisma's; the schema of Prisma's is looked at first. */
function forDriver(text: string): { connectionString: string; schema: string | undefined } {
  const url = new URL(text);
  const schema = url.searchParams.get('schema') ?? undefined;
  for (const name of PRISMA_ONLY) url.searchParams.delete(name);
  // As libpq and Prisma mean it: `require` encrypts, and only `verify-…` checks the certificate.
  if (url.searchParams.has('sslmode')) url.searchParams.set('uselibpqcompat', 'true');
  return { connectionString: url.href, schema };
}

/** Undefined: as pg reads it. */
function parserOf(type: number): ((text: string) => Value) | undefined {
  if (type === INT8) return (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
  if (type === DATE) return (text) => text;
  // A timestamp without a zone is UTC to Prisma and Drizzle, who wrote it; pg would take it for local time.
  if (type === TIMESTAMP) return (text) => new Date(`${text.replace(' ', 'T')}Z`);
  return undefined;
}
