import type { Database, Dialect, Row } from './types.js';

/** A table's name, and PostgreSQL's schema of it. */
export interface TableName {
  readonly schema: string | undefined;
  readonly name: string;
}

export interface ForeignKey {
  /** SQLite's have no name that can be asked for. */
  readonly name: string | undefined;
  readonly from: TableName;
  readonly columns: readonly string[];
  readonly to: TableName;
  /** As many as `columns`, and in their order; undefined in SQLite where the primary key is meant. */
  readonly targets: readonly string[] | undefined;
  /** PostgreSQL's: what stands after the name, with each table by its schema. */
  readonly definition: string | undefined;
}

// One row a column, in the order of the key. In PostgreSQL the keys of partitions repeat those of their table.
const QUERIES: Readonly<Record<Dialect, string>> = {
  postgresql: `
    SELECT c.oid::text AS id, c.conname AS key_name, fn.nspname AS from_schema, f.relname AS from_table, fa.attname AS from_column,
           tn.nspname AS to_schema, t.relname AS to_table, ta.attname AS to_column,
           pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c
    CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(from_number, to_number, position)
    JOIN pg_class f ON f.oid = c.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
    JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
    JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = k.from_number
    JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = k.to_number
    WHERE c.contype = 'f' AND c.conparentid = 0
    ORDER BY fn.nspname, f.relname, c.conname, k.position`,
  // MySQL 8 gives the columns of information_schema in capitals where they have no alias.
  mysql: `
    SELECT CONCAT(k.table_schema, '.', k.table_name, '.', k.constraint_name) AS id, k.constraint_name AS key_name,
           CASE WHEN k.table_schema = DATABASE() THEN NULL ELSE k.table_schema END AS from_schema,
           k.table_name AS from_table, k.column_name AS from_column,
           CASE WHEN k.referenced_table_schema = DATABASE() THEN NULL ELSE k.referenced_table_schema END AS to_schema,
           k.referenced_table_name AS to_table, k.referenced_column_name AS to_column, NULL AS definition
    FROM information_schema.key_column_usage k
    WHERE k.referenced_table_name IS NOT NULL AND DATABASE() IN (k.table_schema, k.referenced_table_schema)
    ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position`,
  sqlite: `
    SELECT m.name || '.' || f.id AS id, NULL AS key_name, NULL AS from_schema, m.name AS from_table, f."from" AS from_column,
           NULL AS to_schema, f."table" AS to_table, f."to" AS to_column, NULL AS definition
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table'
    ORDER BY m.name, f.id, f.seq`,
};

/** All foreign keys of the database; with those from and to MySQL's other databases, whose `schema` is set then. */
export async function foreignKeys(database: Database): Promise<ForeignKey[]> {
  const groups = new Map<string, Row[]>();
  for (const row of await withoutPath(database, () => database.all(QUERIES[database.dialect]))) {
    const id = String(row['id']);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const first = rows[0]!;
    return {
      name: textOf(first['key_name']),
      from: { schema: textOf(first['from_schema']), name: String(first['from_table']) },
      columns: rows.map((row) => String(row['from_column'])),
      to: { schema: textOf(first['to_schema']), name: String(first['to_table']) },
      targets: first['to_column'] === null ? undefined : rows.map((row) => String(row['to_column'])),
      definition: textOf(first['definition']),
    };
  });
}

/** PostgreSQL leaves out the schemas of its search path, which another session may not have. */
async function withoutPath<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  if (database.dialect !== 'postgresql') return work();
  const [row] = await database.all(`SELECT current_setting('search_path') AS path`);
  await database.all(`SELECT set_config('search_path', '', false)`);
  try {
    return await work();
  } finally {
    await database.all(`SELECT set_config('search_path', $1, false)`, [row!['path']!]);
  }
}

const textOf = (value: Row[string] | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);
