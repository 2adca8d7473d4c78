import type { TableName } from './foreign-keys.js';
import type { Database, Dialect } from './types.js';

/** A trigger that runs where rows are updated. */
export interface UpdateTrigger {
  readonly table: TableName;
  readonly name: string;
}

const TRIGGERS: Readonly<Record<Dialect, string>> = {
  // 16 is TRIGGER_TYPE_UPDATE; those that are internal do the work of foreign keys.
  postgresql: `
    SELECT n.nspname AS table_schema, c.relname AS table_name, t.tgname AS trigger_name, NULL AS body
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND (t.tgtype & 16) <> 0
    ORDER BY 1, 2, 3`,
  mysql: `
    SELECT NULL AS table_schema, event_object_table AS table_name, trigger_name AS trigger_name, NULL AS body
    FROM information_schema.triggers
    WHERE event_object_schema = DATABASE() AND event_manipulation = 'UPDATE'
    ORDER BY event_object_table, trigger_name`,
  sqlite: `
    SELECT NULL AS table_schema, tbl_name AS table_name, name AS trigger_name, sql AS body
    FROM sqlite_master WHERE type = 'trigger' ORDER BY tbl_name, name`,
};

/** The head of a trigger that fires on updates; SQLite keeps no other record of it than its text. */
const ON_UPDATE = /\bupdate\b(?:\s+of\b[^;]*?)?\s+on\b/i;

/** The triggers that an update of rows would set off. */
export async function updateTriggers(database: Database): Promise<UpdateTrigger[]> {
  const rows = await database.all(TRIGGERS[database.dialect]);
  return rows
    .filter(({ body }) => typeof body !== 'string' || ON_UPDATE.test(body.split(/\bbegin\b/i)[0]!))
    .map((row) => ({
      table: {
        schema: row['table_schema'] === null ? undefined : String(row['table_schema']),
        name: String(row['table_name']),
      },
      name: String(row['trigger_name']),
    }));
}

/** MySQL's tables that no transaction covers (MyISAM): what was done to them can't be rolled back. */
export async function withoutTransactions(database: Database): Promise<ReadonlySet<string>> {
  if (database.dialect !== 'mysql') return new Set();
  const rows = await database.all(`
    SELECT t.table_name AS table_name FROM information_schema.tables t
    LEFT JOIN information_schema.engines e ON e.engine = t.engine
    WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND coalesce(e.transactions, 'NO') <> 'YES'`);
  return new Set(rows.map((row) => String(row['table_name'])));
}

/** MySQL's columns that change by themselves with each update of their row (`ON UPDATE CURRENT_TIMESTAMP`), by table. */
export async function selfUpdating(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (database.dialect !== 'mysql') return found;
  const rows = await database.all(`
    SELECT c.table_name AS table_name, c.column_name AS column_name FROM information_schema.columns c
    WHERE c.table_schema = DATABASE() AND LOWER(c.extra) LIKE '%on update%'`);
  for (const row of rows) {
    const table = String(row['table_name']);
    found.set(table, [...(found.get(table) ?? []), String(row['column_name'])]);
  }
  return found;
}
