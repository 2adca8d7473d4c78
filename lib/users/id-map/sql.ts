import { quote, quoteTable } from '../database/sql.js';
import type { Dialect, Table } from '../database/types.js';
import type { IdPair } from './map-file.js';
import type { IdColumn, Link } from './plan.js';

/** Tables of the session's own; nothing of them stays in the database. */
export const MAP = 'authjs_clerk_map';
export const MEASURES = 'authjs_clerk_measures';
export const CHECKS = 'authjs_clerk_checks';
/** SQLite's alone. */
export const VERDICT = 'authjs_clerk_verdict';

/** Entries in one INSERT. */
const ROWS = 500;

/** Entries that one UPDATE goes through. */
const BATCH = 50_000;

/** Text as a statement takes it, in whatever mode the server is: MySQL reads a backslash in one mode and not in another. */
export function literal(dialect: Dialect, text: string): string {
  if (dialect !== 'mysql' || /^[\w .,:@|()-]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `CONVERT(0x${Buffer.from(text, 'utf8').toString('hex')} USING utf8mb4)`;
}

const DROP: Readonly<Record<Dialect, (name: string) => string>> = {
  postgresql: (name) => `DROP TABLE IF EXISTS pg_temp.${name}`,
  mysql: (name) => `DROP TEMPORARY TABLE IF EXISTS ${name}`,
  sqlite: (name) => `DROP TABLE IF EXISTS temp.${name}`,
};

export const dropTables = (dialect: Dialect): string[] =>
  [VERDICT, CHECKS, MEASURES, MAP]
    .filter((name) => name !== VERDICT || dialect === 'sqlite')
    .map((name) => DROP[dialect](name));

/** Creates and fills the table of the ids, and those for the checks. */
export function mapTables(dialect: Dialect, pairs: readonly IdPair[]): string[] {
  const text = dialect === 'mysql' ? 'VARCHAR(255)' : 'TEXT';
  const line = dialect === 'mysql' ? 'VARCHAR(700)' : 'TEXT';
  // Ids are compared byte by byte.
  const options = dialect === 'mysql' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : '';
  const create = (name: string, columns: string): string => `CREATE TEMPORARY TABLE ${name} (${columns})${options}`;
  const inserts: string[] = [];
  for (let from = 0; from < pairs.length; from += ROWS) {
    const rows = pairs
      .slice(from, from + ROWS)
      .map((pair, index) => `(${from + index + 1}, ${literal(dialect, pair.from)}, ${literal(dialect, pair.to)})`);
    inserts.push(`INSERT INTO ${MAP} (n, old_id, new_id) VALUES\n  ${rows.join(',\n  ')}`);
  }
  return [
    ...dropTables(dialect),
    create(MAP, `n INTEGER NOT NULL, old_id ${text} NOT NULL PRIMARY KEY, new_id ${text} NOT NULL UNIQUE`),
    create(MEASURES, `name ${line} NOT NULL PRIMARY KEY, n BIGINT NOT NULL`),
    create(CHECKS, `problem ${line} NOT NULL PRIMARY KEY`),
    ...(dialect === 'sqlite' ? [create(VERDICT, 'problem TEXT NOT NULL')] : []),
    ...inserts,
    ...(dialect === 'postgresql' ? [`ANALYZE ${MAP}`] : []),
  ];
}

/** The column's value as it compares with those of the map. */
const value = (dialect: Dialect, column: string): string =>
  dialect === 'mysql'
    ? `CONVERT(t.${quote(dialect, column)} USING utf8mb4) COLLATE utf8mb4_bin`
    : `t.${quote(dialect, column)}`;

/** `FROM` the table, beside the entry of each row's id. */
export const withMap = (
  dialect: Dialect,
  { table, column }: IdColumn,
  by: 'old_id' | 'new_id',
  join: 'JOIN' | 'LEFT JOIN' = 'JOIN',
): string => `FROM ${quoteTable(dialect, table)} t ${join} ${MAP} m ON m.${by} = ${value(dialect, column.name)}`;

export const countRows = (dialect: Dialect, table: Table): string =>
  `SELECT count(*) FROM ${quoteTable(dialect, table)}`;

export const countHits = (dialect: Dialect, column: IdColumn, by: 'old_id' | 'new_id'): string =>
  `SELECT count(*) ${withMap(dialect, column, by)}`;

/** Rows of users that have no entry. */
export const countMissing = (dialect: Dialect, users: IdColumn): string =>
  `SELECT count(*) ${withMap(dialect, users, 'old_id', 'LEFT JOIN')} WHERE m.old_id IS NULL AND t.${quote(dialect, users.column.name)} IS NOT NULL`;

/** Rows whose foreign key leads nowhere. */
export function countOrphans(dialect: Dialect, { child, columns, parent, targets }: Link): string {
  const own = columns.map((name) => `c.${quote(dialect, name)}`);
  const others = columns.map((_, position) => `p.${quote(dialect, targets[position]!)}`);
  return `SELECT count(*) FROM ${quoteTable(dialect, child)} c LEFT JOIN ${quoteTable(dialect, parent)} p ON ${own
    .map((name, position) => `${others[position]} = ${name}`)
    .join(' AND ')} WHERE ${others[0]} IS NULL AND ${own.map((name) => `${name} IS NOT NULL`).join(' AND ')}`;
}

/**
 * Rewrites one column, some tens of thousands of ids at a time.
 * @param kept columns that would change by themselves
 */
export function updates(
  dialect: Dialect,
  { table, column }: IdColumn,
  size: number,
  kept: readonly string[],
): string[] {
  const name = quote(dialect, column.name);
  const target = quoteTable(dialect, table);
  const statements: string[] = [];
  for (let from = 1; from <= size; from += BATCH) {
    const range = size <= BATCH ? '' : ` AND m.n BETWEEN ${from} AND ${from + BATCH - 1}`;
    const same = kept.map((other) => `, t.${quote(dialect, other)} = t.${quote(dialect, other)}`).join('');
    const on = `m.old_id = ${value(dialect, column.name)}${range}`;
    statements.push(
      {
        postgresql: `UPDATE ${target} t SET ${name} = m.new_id FROM ${MAP} m WHERE ${on}`,
        mysql: `UPDATE ${target} t JOIN ${MAP} m ON ${on} SET t.${name} = m.new_id${same}`,
        sqlite: `UPDATE ${target} AS t SET ${name} = (SELECT m.new_id FROM ${MAP} m WHERE m.old_id = t.${name}) WHERE EXISTS (SELECT 1 FROM ${MAP} m WHERE ${on})`,
      }[dialect],
    );
  }
  return statements;
}
