import { TOOL } from '../../tool.js';
import type { Dialect } from '../database/types.js';
import type { IdPair } from './map-file.js';
import type { RewritePlan } from './plan.js';
import { CHECKS, dropTables, literal, mapTables, VERDICT } from './sql.js';
import { rewriteSteps, SESSION, type Step, type StepOptions } from './steps.js';

const BEGIN: Readonly<Record<Dialect, string>> = {
  postgresql: 'BEGIN',
  mysql: 'START TRANSACTION',
  sqlite: 'BEGIN IMMEDIATE',
};

/** How the database's own shell takes the file; each stops at the first error, and then nothing is changed. */
const SHELL: Readonly<Record<Dialect, string>> = {
  postgresql: 'psql -v ON_ERROR_STOP=1 -f <file> <address>',
  mysql: 'mysql <database> < <file>',
  sqlite: 'sqlite3 -bail <database> < <file>',
};

/**
 * The rewrite as a file of SQL: one transaction, which fails as a whole where a check does.
 * @param title what it does, as a comment on top
 */
export function* scriptLines(
  dialect: Dialect,
  plan: RewritePlan,
  pairs: readonly IdPair[],
  title: string,
  options: Omit<StepOptions, 'size'>,
): Generator<string> {
  yield `-- ${title}. Written by ${TOOL.name}.`;
  yield `-- Run it once: ${SHELL[dialect]}`;
  yield `-- Where a check fails, nothing is changed; the line that ${CHECKS} gets says what is wrong.`;
  yield '';
  if (dialect === 'mysql') yield 'SET NAMES utf8mb4;';
  for (const sql of SESSION[dialect].before) yield `${sql};`;
  for (const sql of mapTables(dialect, pairs)) yield `${sql};`;
  yield '';
  yield `${BEGIN[dialect]};`;
  for (const step of rewriteSteps(dialect, plan, { ...options, size: pairs.length })) yield `${textOf(dialect, step)};`;
  if (dialect === 'sqlite') {
    yield `SELECT problem FROM ${CHECKS};`;
    yield `INSERT OR ROLLBACK INTO ${VERDICT} (problem) SELECT NULL FROM ${CHECKS};`;
  }
  yield 'COMMIT;';
  yield '';
  for (const sql of dropTables(dialect)) yield `${sql};`;
  for (const sql of SESSION[dialect].after) yield `${sql};`;
}

/**
 * A check puts its name into a table that can't take it, as names are unique there: twice. SQLite's shell goes on after an
 * error, unless told, and its COMMIT with it: there the names are gathered, and the last statement rolls back for them.
 */
function textOf(dialect: Dialect, step: Step): string {
  if ('sql' in step) return step.sql;
  const twice = dialect === 'sqlite' ? '' : ' FROM (SELECT 1 AS x UNION ALL SELECT 2) twice';
  return `INSERT INTO ${CHECKS} (problem) SELECT ${literal(dialect, step.problem)}${twice} WHERE (${step.violations}) <> 0`;
}
