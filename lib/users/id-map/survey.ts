import { quote } from '../database/sql.js';
import type { Database } from '../database/types.js';
import type { IdColumn, RewritePlan } from './plan.js';
import { countHits, withMap } from './sql.js';

export interface ColumnCount {
  readonly label: string;
  readonly rows: number;
  /** Rows whose id is in the map. */
  readonly rewritten: number;
  readonly empty: number;
  /** Rows with something that is not in the map. */
  readonly other: number;
}

export interface Survey {
  readonly columns: readonly ColumnCount[];
  /** Some of the users without an entry. */
  readonly missing: readonly string[];
  /** Columns that hold Clerk's ids of the map already. */
  readonly done: readonly string[];
  /** Columns that hold users' ids and are not in the plan. */
  readonly unconstrained: readonly string[];
}

/** Missing users who are named. */
const NAMED = 5;

/** Counts what a rewrite would meet. Changes nothing; the tables of the map have to be there. */
export async function survey(database: Database, plan: RewritePlan, others: readonly IdColumn[]): Promise<Survey> {
  const { dialect } = database;
  const columns: ColumnCount[] = [];
  const done: string[] = [];
  for (const column of plan.columns) {
    const name = `t.${quote(dialect, column.column.name)}`;
    const sql = `SELECT count(*) AS total, count(${name}) AS filled, count(m.old_id) AS hits ${withMap(dialect, column, 'old_id', 'LEFT JOIN')}`;
    const [row] = await database.all(sql);
    const [total, filled, hits] = [Number(row!['total']), Number(row!['filled']), Number(row!['hits'])];
    columns.push({ label: column.label, rows: total, rewritten: hits, empty: total - filled, other: filled - hits });
    if ((await numberOf(database, countHits(dialect, column, 'new_id'))) > 0) done.push(column.label);
  }
  const id = quote(dialect, plan.users.column.name);
  const missing = await database.all(
    `SELECT t.${id} AS id ${withMap(dialect, plan.users, 'old_id', 'LEFT JOIN')} WHERE m.old_id IS NULL AND t.${id} IS NOT NULL ORDER BY t.${id} LIMIT ${NAMED}`,
  );
  const unconstrained: string[] = [];
  for (const other of others) {
    const found = await database.all(`SELECT 1 AS found ${withMap(dialect, other, 'old_id')} LIMIT 1`);
    if (found.length > 0) unconstrained.push(other.label);
  }
  return { columns, missing: missing.map((row) => String(row['id'])), done, unconstrained };
}

/** The only number that a query yields. */
export async function numberOf(database: Database, sql: string): Promise<number> {
  const [row] = await database.all(sql);
  return Number(Object.values(row!)[0]);
}
