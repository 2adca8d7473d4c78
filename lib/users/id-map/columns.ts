import { BadInput } from '../../project/types.js';
import type { Table } from '../database/types.js';
import { fold } from '../schema/fields.js';
import { columnAmong, tableNamed, type Layout } from '../schema/layout.js';
import { idColumn, type IdColumn } from './plan.js';

/** Auth.js's own tables that refer to a user, by a column that no others have: its adapter for pg creates no constraints. */
const OWN_TABLES = ['sessiontoken', 'credentialid'];

/**
 * The columns of `--column table.column`.
 * @throws {BadInput} where there is no such table or column
 */
export const givenColumns = (tables: readonly Table[], given: readonly string[]): IdColumn[] =>
  given.map((text) => {
    const dot = text.lastIndexOf('.');
    if (dot < 1 || dot === text.length - 1) throw new BadInput(`--column takes table.column, not “${text}”`);
    const table = tableNamed(tables, text.slice(0, dot), '--column');
    const column = columnAmong(table, [text.slice(dot + 1)]);
    if (column === undefined) {
      const names = table.columns.map(({ name }) => name).join(', ');
      throw new BadInput(`--column: the table ${table.name} has no column “${text.slice(dot + 1)}”. It has: ${names}`);
    }
    return idColumn(table, column);
  });

/** The columns of Auth.js's own tables that hold a user's id, whether there is a constraint or not. */
export function ownColumns(tables: readonly Table[], { users, accounts }: Layout): IdColumn[] {
  const found = accounts === undefined ? [] : [idColumn(accounts.table, accounts.fields.userId)];
  for (const table of tables) {
    if (table.schema !== users.table.schema) continue;
    const named = (folded: string): string | undefined => table.columns.find(({ name }) => fold(name) === folded)?.name;
    const userId = named('userid');
    if (userId !== undefined && OWN_TABLES.some((name) => named(name) !== undefined))
      found.push(idColumn(table, userId));
  }
  return found;
}
