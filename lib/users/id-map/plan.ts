import { BadInput } from '../../project/types.js';
import type { ForeignKey, TableName } from '../database/foreign-keys.js';
import type { Column, Table } from '../database/types.js';

/** A column that holds users' ids. */
export interface IdColumn {
  readonly table: Table;
  readonly column: Column;
  /** The table's name and the column's, for messages and as `--column` takes it. */
  readonly label: string;
}

/** A foreign key between columns of the plan, or of columns some of which are. */
export interface Link {
  readonly key: ForeignKey;
  readonly child: Table;
  readonly columns: readonly string[];
  readonly parent: Table;
  readonly targets: readonly string[];
}

export interface RewritePlan {
  /** The column of users that all others lead to. */
  readonly users: IdColumn;
  /** All that are rewritten, with that of the users; each before those that it refers to. */
  readonly columns: readonly IdColumn[];
  /** The foreign keys that the rewrite touches. */
  readonly links: readonly Link[];
  /** The tables of all these, each once. */
  readonly tables: readonly Table[];
}

/**
 * Finds all columns that foreign keys tie to the id of the users, over any number of steps and in both directions: the key of
 * a profile is the id of its user, and what refers to the profile holds it too. Only the positions of a composite key count
 * that are tied.
 * @param more columns without a constraint; what refers to them comes along
 * @throws {BadInput} where a key leads into another database
 */
export function planRewrite(
  tables: readonly Table[],
  keys: readonly ForeignKey[],
  users: IdColumn,
  more: readonly IdColumn[],
): RewritePlan {
  const all = keys.map((key) => linkOf(tables, key));
  const found = new Map([users, ...more].map((one) => [keyOf(one.table, one.column.name), one]));
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const link of all) if (link !== undefined) follow(link, found);
  }
  const links = all.filter(
    (link): link is Link => link !== undefined && link.columns.some((column) => found.has(keyOf(link.child, column))),
  );
  refuseElsewhere(keys, all, found);
  const columns = childrenFirst([...found.values()], links);
  return { users, columns, links, tables: [...new Set(columns.map(({ table }) => table))] };
}

/** Where one end of a tie is known to hold users' ids, the other does, too. */
function follow({ child, columns, parent, targets }: Link, found: Map<string, IdColumn>): void {
  columns.forEach((column, position) => {
    const ends = [
      [child, column],
      [parent, targets[position]!],
    ] as const;
    if (!ends.some(([table, name]) => found.has(keyOf(table, name)))) return;
    for (const [table, name] of ends) {
      if (!found.has(keyOf(table, name))) found.set(keyOf(table, name), idColumn(table, name));
    }
  });
}

/** @throws {Error} where the table has no such column, which an introspection does not yield */
export function idColumn(table: Table, name: string): IdColumn {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`${table.name} has no column ${name}`);
  return { table, column, label: `${table.name}.${name}` };
}

/** Undefined where one of its tables is not among those of the connection. */
function linkOf(tables: readonly Table[], key: ForeignKey): Link | undefined {
  const child = tableOf(tables, key.from);
  const parent = tableOf(tables, key.to);
  if (child === undefined || parent === undefined) return undefined;
  const columns = key.columns.map((name) => columnOf(child, name));
  const targets = (key.targets ?? parent.primaryKey).map((name) => columnOf(parent, name));
  return targets.length < columns.length ? undefined : { key, child, columns, parent, targets };
}

// SQLite keeps the names in a key as they were written, and does not tell capitals apart.
const tableOf = (tables: readonly Table[], { schema, name }: TableName): Table | undefined =>
  tables.find((table) => table.schema === schema && table.name === name) ??
  tables.find((table) => table.schema === schema && table.name.toLowerCase() === name.toLowerCase());

const columnOf = (table: Table, name: string): string =>
  (
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
  )?.name ?? name;

const keyOf = ({ schema, name }: TableName, column: string): string => JSON.stringify([schema, name, column]);

/** A key whose other table is out of sight would be broken unseen. */
function refuseElsewhere(
  keys: readonly ForeignKey[],
  links: readonly (Link | undefined)[],
  found: ReadonlyMap<string, IdColumn>,
): void {
  const broken = keys.find(
    (key, index) =>
      links[index] === undefined &&
      (key.columns.some((column) => found.has(keyOf(key.from, column))) ||
        (key.targets ?? []).some((column) => found.has(keyOf(key.to, column)))),
  );
  if (broken === undefined) return;
  const full = ({ schema, name }: TableName): string => (schema === undefined ? name : `${schema}.${name}`);
  throw new BadInput(
    `the foreign key from ${full(broken.from)} to ${full(broken.to)} leads out of what this connection can see: drop it for the time, or keep the ids (externalId)`,
  );
}

/**
 * Each column before those that it refers to: then a parent that changes has no children left by its old id, and neither
 * CASCADE, SET NULL nor RESTRICT has anything to act on. In a circle any order will do, since the checks wait.
 */
function childrenFirst(columns: readonly IdColumn[], links: readonly Link[]): IdColumn[] {
  const ordered: IdColumn[] = [];
  let left = [...columns];
  while (left.length > 0) {
    const names = new Set(left.map(({ table, column }) => keyOf(table, column.name)));
    const awaited = new Set(
      links.flatMap(({ child, columns: own, parent, targets }) =>
        own.flatMap((column, position) => (names.has(keyOf(child, column)) ? [keyOf(parent, targets[position]!)] : [])),
      ),
    );
    const free = left.filter(({ table, column }) => !awaited.has(keyOf(table, column.name)));
    const next = free.length > 0 ? free : left.slice(0, 1);
    ordered.push(...next);
    left = left.filter((one) => !next.includes(one));
  }
  return ordered;
}
