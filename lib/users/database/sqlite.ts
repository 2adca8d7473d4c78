import type { Address } from './address.js';
import { loadDriver } from './driver.js';
import { groupColumns } from './group.js';
import { inTransaction } from './transaction.js';
import type { Database, Row, Table, Value } from './types.js';

const COLUMNS = `
  SELECT NULL AS table_schema, m.name AS table_name, p.name AS column_name, p.type AS column_type,
         NOT p."notnull" AS is_nullable, nullif(p.pk, 0) AS key_position
  FROM sqlite_master m JOIN pragma_table_info(m.name) p
  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  ORDER BY m.name, p.cid`;

/** Opens an SQLite file. @throws the driver's own error */
export async function openSqlite(address: Address, writes: boolean): Promise<Database> {
  const { default: Sqlite } = await loadDriver('better-sqlite3', () => import('better-sqlite3'));
  const file = new Sqlite(address.url, { readonly: !writes, fileMustExist: true, timeout: 15_000 });
  file.defaultSafeIntegers(true);
  // A file that is no database opens all the same; the first look at it tells.
  file.pragma('schema_version');
  const database: Database = {
    dialect: 'sqlite',
    shown: address.shown,
    all: async (sql, values = []) =>
      (file.prepare(sql).all(...values.map(bindable)) as Record<string, Value>[]).map(plain),
    run: async (sql, values = []) => file.prepare(sql).run(...values.map(bindable)).changes,
    transaction: (mode, work) => inTransaction(database, [mode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE'], work),
    tables: async (): Promise<Table[]> => groupColumns(await database.all(COLUMNS)),
    close: async () => void file.close(),
  };
  return database;
}

/** Integers as numbers, where these hold them exactly. */
function plain(row: Record<string, Value>): Row {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'bigint') row[name] = Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  return row;
}

/** SQLite has neither booleans nor dates. */
function bindable(value: Value): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value;
}
