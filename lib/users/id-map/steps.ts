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

/**
 * What stands before and after the transaction, for the session. MySQL and SQLite don't check foreign keys meanwhile: InnoDB
 * can't wait to the end, and SQLite would look through a table without an index for each id. The counts do it instead.
 */
export const SESSION: Readonly<Record<Dialect, { before: readonly string[]; after: readonly string[] }>> = {
  postgresql: { before: [], after: [] },
  mysql: { before: ['SET foreign_key_checks = 0'], after: ['SET foreign_key_checks = 1'] },
  sqlite: { before: ['PRAGMA foreign_keys = OFF'], after: ['PRAGMA foreign_keys = ON'] },
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
  const [drop, restore] = setAside(dialect, plan);
  return [
    ...drop.map((sql) => ({ sql })),
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

/**
 * PostgreSQL's foreign keys go for the time and come back as they were, when each is checked in one pass. Made deferrable they
 * would be checked row by row, each time with a search through the whole table where the column has no index.
 */
function setAside(dialect: Dialect, { links, tables }: RewritePlan): [string[], string[]] {
  if (dialect !== 'postgresql') return [[], []];
  const locked = new Set([...tables, ...links.flatMap(({ child, parent }) => [child, parent])]);
  const alter = ({ child, key }: Link, action: string, rest = ''): string =>
    `ALTER TABLE ${quoteTable(dialect, child)} ${action} CONSTRAINT ${quote(dialect, key.name!)}${rest}`;
  return [
    [
      `LOCK TABLE ${[...locked].map((table) => quoteTable(dialect, table)).join(', ')} IN ACCESS EXCLUSIVE MODE`,
      ...links.map((link) => alter(link, 'DROP')),
    ],
    // No table can be altered while a deferred trigger is to run on it.
    ['SET CONSTRAINTS ALL IMMEDIATE', ...links.map((link) => alter(link, 'ADD', ` ${link.key.definition!}`))],
  ];
}
