import { BadInput } from '../../project/types.js';
import { foreignKeys } from '../database/foreign-keys.js';
import { selfUpdating, updateTriggers, withoutTransactions } from '../database/obstacles.js';
import type { Database, Table } from '../database/types.js';
import type { SchemaHints } from '../schema/hints.js';
import { findLayout } from '../schema/layout.js';
import { givenColumns, ownColumns } from './columns.js';
import { isText, misfits } from './fit.js';
import type { IdPair } from './map-file.js';
import { idColumn, planRewrite, type IdColumn, type RewritePlan } from './plan.js';

export interface PrepareOptions {
  /** `table.column`, as they were given. */
  readonly column: readonly string[];
  readonly usersTable?: string;
  readonly allowTriggers?: boolean;
}

export interface Prepared {
  readonly plan: RewritePlan;
  readonly selfUpdating: ReadonlyMap<string, readonly string[]>;
  /** Columns of text that are not in the plan. */
  readonly others: readonly IdColumn[];
}

/**
 * Reads what the database is like, and decides what is rewritten.
 * @throws {BadInput} where it can't be: no table of users, a type that can't hold the ids, a trigger, no transactions
 */
export async function prepare(
  database: Database,
  hints: SchemaHints | undefined,
  pairs: readonly IdPair[],
  options: PrepareOptions,
): Promise<Prepared> {
  const { dialect } = database;
  const tables = await database.tables();
  const layout = findLayout(tables, hints, options.usersTable === undefined ? {} : { usersTable: options.usersTable });
  const users = idColumn(layout.users.table, layout.users.fields.id);
  const more = [...ownColumns(tables, layout), ...givenColumns(tables, options.column)];
  const plan = planRewrite(tables, await foreignKeys(database), users, more);
  const length = Math.max(...pairs.map(({ to }) => to.length));
  const tooNarrow = misfits(dialect, plan.columns, length);
  if (tooNarrow.length > 0) {
    throw new BadInput(
      `Clerk’s ids (text of ${length} characters) don’t fit ${tooNarrow.join(', ')}: keep the ids, which are at Clerk as externalId, or change the types first`,
    );
  }
  await refuseObstacles(database, plan, options.allowTriggers === true);
  const taken = new Set(plan.columns.map(({ table, column }) => `${tables.indexOf(table)} ${column.name}`));
  const others = tables.flatMap((table, index) =>
    table.columns
      .filter(({ name, type }) => isText(dialect, type) && !taken.has(`${index} ${name}`))
      .map(({ name }) => idColumn(table, name)),
  );
  return { plan, selfUpdating: await selfUpdating(database), others };
}

async function refuseObstacles(database: Database, { tables }: RewritePlan, allowTriggers: boolean): Promise<void> {
  const bare = await withoutTransactions(database);
  const unsafe = tables.filter(({ name }) => bare.has(name)).map(({ name }) => name);
  if (unsafe.length > 0) {
    throw new BadInput(`no transaction covers ${unsafe.join(', ')}: ALTER TABLE … ENGINE=InnoDB first`);
  }
  if (allowTriggers) return;
  const isTouched = (name: string, schema: string | undefined): boolean =>
    tables.some((table: Table) => table.name.toLowerCase() === name.toLowerCase() && table.schema === schema);
  const triggers = (await updateTriggers(database)).filter(({ table }) => isTouched(table.name, table.schema));
  if (triggers.length > 0) {
    throw new BadInput(
      `updates run triggers (${triggers.map(({ table, name }) => `${name} on ${table.name}`).join(', ')}), and what they write the rollback does not take back: drop them for the time, or give --allow-triggers`,
    );
  }
}
