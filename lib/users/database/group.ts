import type { Column, Row, Table } from './types.js';

/**
 * Makes tables of the rows that an introspection yields, one a column and in order: `table_schema`, `table_name`,
 * `column_name`, `column_type`, `is_nullable`, `key_position` (from 1, null outside the primary key).
 */
export function groupColumns(rows: readonly Row[]): Table[] {
  const tables = new Map<string, { schema: string | undefined; name: string; rows: Row[] }>();
  for (const row of rows) {
    const schema = row['table_schema'] === null ? undefined : String(row['table_schema']);
    const name = String(row['table_name']);
    const key = JSON.stringify([schema, name]);
    const table = tables.get(key) ?? { schema, name, rows: [] };
    tables.set(key, table);
    table.rows.push(row);
  }
  return [...tables.values()].map(({ schema, name, rows }) => ({
    schema,
    name,
    columns: rows.map(toColumn),
    primaryKey: rows
      .filter((row) => Number(row['key_position'] ?? 0) > 0)
      .toSorted((a, b) => Number(a['key_position']) - Number(b['key_position']))
      .map((row) => String(row['column_name'])),
  }));
}

const toColumn = (row: Row): Column => ({
  name: String(row['column_name']),
  type: String(row['column_type']).toLowerCase(),
  nullable: Number(row['is_nullable']) === 1,
});
