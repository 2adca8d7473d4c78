import { setImmediate } from 'node:timers/promises';
import { placeholder, quote, quoteTable } from './sql.js';
import type { Database, Row, Table } from './types.js';

/**
 * All rows of a table, a page at a time and in the order of a unique column: `WHERE key > last ORDER BY key LIMIT n`. So
 * memory holds one page in every dialect, other statements may run in between, and an index finds each page. Within a
 * transaction all pages show one state.
 */
export async function* pages(
  database: Database,
  table: Table,
  columns: readonly string[],
  key: string,
  size: number,
): AsyncGenerator<Row[]> {
  const { dialect } = database;
  const names = [...new Set([key, ...columns])].map((name) => quote(dialect, name)).join(', ');
  const by = quote(dialect, key);
  const from = `SELECT ${names} FROM ${quoteTable(dialect, table)}`;
  const order = `ORDER BY ${by} LIMIT ${size}`;
  let rows = await database.all(`${from} ${order}`);
  while (rows.length > 0) {
    yield rows;
    if (rows.length < size) return;
    // SQLite answers at once: without a pause nothing else in the process would have its turn, Ctrl-C for one.
    await setImmediate();
    rows = await database.all(`${from} WHERE ${by} > ${placeholder(dialect, 1)} ${order}`, [rows.at(-1)![key]!]);
  }
}
