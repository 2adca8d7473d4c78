import { quote, quoteTable } from '../database/sql.js';
import type { Dialect } from '../database/types.js';
import { countHits, countMissing, countOrphans, countRows, literal, MEASURES, updates } from './sql.js';
import type { Link, RewritePlan } from './plan.js';

/** A statement, or a query that has to yield 0. */
export type Step = { readonly sql: string } | { readonly problem: string; readonly violations: string };

export interface StepOptions {
  /** How many entries the map has. */
  readonly size: number;
  /** Whether each user must have an entry. */
  readonly everyUser: boolean;
  /** Columns that change by themselves with each update, by table. */
  readonly selfUpdating: ReadonlyMap<string, readonly string[]>;
}

/** What stands before the transaction, for the session. */
export const SESSION: Readonly<Record<Dialect, readonly string[]>> = {
  postgresql: [],
  // InnoDB checks row by row, and can't wait. The checks at the end are our own.
  mysql: ['SET foreign_key_checks = 0'],
  sqlite: ['PRAGMA foreign_keys = ON'],
};

/** Something to count before and after; both have to be the same. */
interface Measure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** All that happens within the transaction, the same for a direct run and for a file of SQL. */
export function rewriteSteps(dialect: Dialect, plan: RewritePlan, options: StepOptions): Step[] {
  const measures = measuresOf(dialect, plan);
  const [defer, restore] = deferring(dialect, plan);
  return [
    ...defer.map((sql) => ({ sql })),
    ...(options.everyUser
      ? [{ problem: 'users without an entry in the map', violations: countMissing(dialect, plan.users) }]
      : []),
    ...plan.columns.map((column) => ({
      problem: `${column.label} holds new ids already`,
      violations: countHits(dialect, column, 'new_id'),
    })),
    ...measures.map(({ name, before }) => ({
      sql: `INSERT INTO ${MEASURES} (name, n) VALUES (${literal(dialect, name)}, (${before}))`,
    })),
    ...plan.columns.flatMap((column) =>
      updates(dialect, column, options.size, options.selfUpdating.get(column.table.name) ?? []).map((sql) => ({ sql })),
    ),
    ...restore.map((sql) => ({ sql })),
    ...plan.columns.map((column) => ({
      problem: `${column.label} still holds old ids`,
      violations: countHits(dialect, column, 'old_id'),
    })),
    ...measures.map(({ name, after }) => ({
      problem: `not the same before and after: ${name}`,
      violations: `SELECT CASE WHEN (${after}) = (SELECT n FROM ${MEASURES} WHERE name = ${literal(dialect, name)}) THEN 0 ELSE 1 END`,
    })),
  ];
}

function measuresOf(dialect: Dialect, { tables, columns, links }: RewritePlan): Measure[] {
  const fromTo = ({ child, columns: own, parent, targets }: Link): string =>
    `${child.name} (${own.join(', ')}) to ${parent.name} (${targets.join(', ')})`;
  // The numbers keep names apart that differ by a schema alone.
  return [
    ...tables.map((table, index) => {
      const count = countRows(dialect, table);
      return { name: `rows ${index + 1}: ${table.name}`, before: count, after: count };
    }),
    ...columns.map((column, index) => ({
      name: `user ids ${index + 1}: ${column.label}`,
      before: countHits(dialect, column, 'old_id'),
      after: countHits(dialect, column, 'new_id'),
    })),
    ...links.map((link, index) => {
      const count = countOrphans(dialect, link);
      return { name: `orphans ${index + 1}: ${fromTo(link)}`, before: count, after: count };
    }),
  ];
}

/** Has the checks of foreign keys wait until all is rewritten; and what stands as it was after. */
function deferring(dialect: Dialect, { links, tables }: RewritePlan): [string[], string[]] {
  if (dialect === 'sqlite') return [['PRAGMA defer_foreign_keys = ON'], []];
  if (dialect === 'mysql') return [[], []];
  const rigid = links.filter(({ key }) => !key.deferrable);
  const alter = ({ key, child }: Link, how: string): string =>
    `ALTER TABLE ${quoteTable(dialect, child)} ALTER CONSTRAINT ${quote(dialect, key.name!)} ${how}`;
  const locked = new Set([...tables, ...links.flatMap(({ child, parent }) => [child, parent])]);
  return [
    [
      `LOCK TABLE ${[...locked].map((table) => quoteTable(dialect, table)).join(', ')} IN ACCESS EXCLUSIVE MODE`,
      ...rigid.map((link) => alter(link, 'DEFERRABLE INITIALLY DEFERRED')),
      'SET CONSTRAINTS ALL DEFERRED',
    ],
    ['SET CONSTRAINTS ALL IMMEDIATE', ...rigid.map((link) => alter(link, 'NOT DEFERRABLE'))],
  ];
}
