import { nearest } from '../../nearest.js';
import { BadInput } from '../../project/types.js';
import { fold } from '../schema/fields.js';
import { isPasswordColumn } from './digests.js';
import type { Mapping } from './options.js';
import type { RowPlan } from './record.js';
import type { UserSource } from './source.js';

export interface ExportPlan {
  readonly rows: RowPlan;
  /** The columns of the users' table to read. */
  readonly columns: readonly string[];
  /** Columns of the app's own that are not carried, by the names that `--map` takes. */
  readonly leftOut: readonly string[];
}

/**
 * What is read of each row.
 * @throws {BadInput} for a mapping of a column that there is not
 */
export function planExport(source: UserSource, given: readonly Mapping[], trustEmails: boolean): ExportPlan {
  const { users, accounts } = source.layout;
  const names = users.table.columns.map(({ name }) => name);
  const mappings = given.map((mapping) => ({ ...mapping, column: columnFor(mapping.column, source) }));
  const mapped = new Set(mappings.map(({ column }) => column));
  const ownPassword = mappings.filter((mapping) => 'field' in mapping && mapping.field === 'password');
  const propertyOf = (column: string): string => users.properties.get(column) ?? column;
  const byName = names.filter((name) => isPasswordColumn(fold(propertyOf(name))));
  // A column of another name counts only where it is alone: a digest may be of something else than the password.
  const byForm = byName.length === 0 && source.digestColumns.length === 1 ? source.digestColumns : [];
  const passwords = ownPassword.length > 0 ? ownPassword.map(({ column }) => column) : [...byName, ...byForm];
  const known = new Set<string>([...Object.values(users.fields), ...passwords, ...mapped]);
  return {
    rows: {
      user: users.fields,
      account: accounts?.fields ?? {},
      passwords,
      hasSaltColumn: names.some((name) => /salt/i.test(propertyOf(name))),
      mappings,
      trustEmails,
    },
    columns: [...known],
    leftOut: names.filter((name) => !known.has(name)).map(propertyOf),
  };
}

/** A column by its own name, or by the one that the app's code has for it. */
function columnFor(name: string, { layout: { users } }: UserSource): string {
  const names = users.table.columns.map((column) => column.name);
  const property = [...users.properties].find(([, own]) => own === name)?.[0];
  const found =
    property ?? names.find((column) => column === name) ?? names.find((column) => fold(column) === fold(name));
  if (found !== undefined) return found;
  const near = nearest(name, names);
  throw new BadInput(
    `--map: the table ${users.table.name} has no column “${name}”${near === undefined ? '' : `, did you mean ${near}?`} It has: ${names.join(', ')}`,
  );
}
