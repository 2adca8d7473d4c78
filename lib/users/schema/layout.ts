import { BadInput } from '../../project/types.js';
import type { Column, Table } from '../database/types.js';
import { ACCOUNT_FIELDS, fold, USER_FIELDS, type AccountField, type UserField } from './fields.js';
import type { SchemaHints, TableHint } from './hints.js';

/** A table of Auth.js as it is in the database. */
export interface TableLayout<Field extends string> {
  readonly table: Table;
  /** The column of each field that the table has. */
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** What the app's code calls a column, by the column's name; only where a schema says so. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface Layout {
  readonly users: TableLayout<UserField> & { readonly fields: { readonly id: string } };
  /** Undefined where there is no such table: an app with credentials alone. */
  readonly accounts: (TableLayout<AccountField> & { readonly fields: Record<AccountNeeded, string> }) | undefined;
}

type AccountNeeded = 'userId' | 'provider' | 'providerAccountId';

/** Tables by name, from the command line. */
export interface GivenTables {
  readonly usersTable?: string;
  readonly accountsTable?: string;
}

/**
 * Finds the tables of users and linked accounts, and the columns of their fields. The database decides what there is; a name
 * on the command line comes before the app's schema, and that before guessing.
 * @throws {BadInput} where there is no table of users, or several could be
 */
export function findLayout(tables: readonly Table[], hints: SchemaHints | undefined, given: GivenTables): Layout {
  const accountsTable =
    tableNamed(tables, given.accountsTable, '--accounts-table') ?? hinted(tables, hints?.accounts) ?? undefined;
  const usersTable =
    tableNamed(tables, given.usersTable, '--users-table') ?? hinted(tables, hints?.users) ?? guessUsers(tables);
  const accounts = accountsTable ?? guessAccounts(tables, usersTable);
  return {
    users: usersLayout(usersTable, hints?.users),
    accounts: accounts && accountsLayout(accounts, hints?.accounts),
  };
}

function usersLayout(table: Table, hint: TableHint | undefined): Layout['users'] {
  const layout = layoutOf<UserField>(table, USER_FIELDS, hint);
  const { id } = layout.fields;
  if (id === undefined)
    throw new BadInput(`the table ${table.name} has no column id: name the table of users with --users-table`);
  return { ...layout, fields: { ...layout.fields, id } };
}

function accountsLayout(table: Table, hint: TableHint | undefined): NonNullable<Layout['accounts']> {
  const layout = layoutOf<AccountField>(table, ACCOUNT_FIELDS, hint);
  const { userId, provider, providerAccountId } = layout.fields;
  if (userId === undefined || provider === undefined || providerAccountId === undefined) {
    throw new BadInput(
      `the table ${table.name} has not the columns of linked accounts (userId, provider, providerAccountId): name theirs with --accounts-table`,
    );
  }
  return { ...layout, fields: { ...layout.fields, userId, provider, providerAccountId } };
}

function layoutOf<Field extends string>(
  table: Table,
  fields: Readonly<Record<Field, readonly string[]>>,
  hint: TableHint | undefined,
): TableLayout<Field> {
  const found: Partial<Record<Field, string>> = {};
  const properties = new Map<string, string>();
  for (const [property, names] of hint?.columns ?? []) {
    const column = columnAmong(table, names);
    if (column !== undefined) properties.set(column, property);
  }
  for (const [field, accepted] of Object.entries(fields) as [Field, readonly string[]][]) {
    const candidates = [...properties].map(([column, property]) => ({ column, name: fold(property) }));
    const columns = table.columns.map(({ name }) => ({ column: name, name: fold(name) }));
    const match = accepted.flatMap((name) => [...candidates, ...columns].filter((one) => one.name === name))[0];
    if (match !== undefined) found[field] = match.column;
  }
  return { table, fields: found, properties };
}

/** The first of the names that the table has a column of. */
export const columnAmong = ({ columns }: Table, names: readonly string[]): string | undefined =>
  names
    .map((name) => columns.find((column) => column.name === name) ?? columns.find((column) => same(column.name, name)))
    .find((column) => column !== undefined)?.name;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A table by the name that was given, with or without its schema. @throws {BadInput} where there is none */
export function tableNamed(tables: readonly Table[], name: string, option: string): Table;
export function tableNamed(tables: readonly Table[], name: string | undefined, option: string): Table | undefined;
export function tableNamed(tables: readonly Table[], name: string | undefined, option: string): Table | undefined {
  if (name === undefined) return undefined;
  const full = (table: Table): string => (table.schema === undefined ? table.name : `${table.schema}.${table.name}`);
  const found =
    tables.find((table) => table.name === name || full(table) === name) ??
    tables.find((table) => same(table.name, name) || same(full(table), name));
  if (found !== undefined) return found;
  throw new BadInput(`${option}: there is no table “${name}”. ${there(tables)}`);
}

/** The table that a schema names. A creator may put a prefix before it: then the one that has most of the columns. */
function hinted(tables: readonly Table[], hint: TableHint | undefined): Table | undefined {
  if (hint === undefined) return undefined;
  const exact = tables.find(({ name }) => name === hint.name) ?? tables.find(({ name }) => same(name, hint.name));
  if (exact !== undefined) return exact;
  const scored = tables
    .filter(({ name }) => name.toLowerCase().endsWith(`_${hint.name.toLowerCase()}`))
    .map((table) => ({ table, score: [...hint.columns.values()].filter((names) => columnAmong(table, names)).length }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first === undefined || first.score === second?.score ? undefined : first.table;
}

const has = ({ columns }: Table, names: readonly string[]): boolean =>
  columns.some(({ name }: Column) => names.includes(fold(name)));

const isAccounts = (table: Table): boolean =>
  has(table, ACCOUNT_FIELDS.providerAccountId) &&
  has(table, ACCOUNT_FIELDS.provider) &&
  has(table, ACCOUNT_FIELDS.userId);

/** The likeliest by name, columns, and the company of a table of linked accounts (Supabase has several `users`). */
function guessUsers(tables: readonly Table[]): Table {
  const schemas = new Set(tables.filter(isAccounts).map(({ schema }) => schema));
  const scored = tables
    .filter((table) => has(table, USER_FIELDS.id) && !isAccounts(table))
    .map((table) => {
      const byName = /^users?$/i.test(table.name) ? 4 : /(?:_|[a-z](?=U))users?$/i.test(table.name) ? 2 : 0;
      const byColumns = has(table, USER_FIELDS.emailVerified) ? 3 : 0;
      const hasEmail = has(table, USER_FIELDS.email) ? 1 : 0;
      return { table, score: byName + byColumns + hasEmail + (schemas.has(table.schema) ? 1 : 0) };
    })
    .filter(({ score }) => score >= 4);
  const best = Math.max(...scored.map(({ score }) => score));
  const [first, ...more] = scored.filter(({ score }) => score === best);
  if (first === undefined)
    throw new BadInput(`no table of users was found: name it with --users-table. ${there(tables)}`);
  const rival = more.find(({ table }) => table.schema === first.table.schema);
  if (rival !== undefined) {
    throw new BadInput(
      `both ${first.table.name} and ${rival.table.name} may hold the users: name the table with --users-table`,
    );
  }
  return first.table;
}

function guessAccounts(tables: readonly Table[], users: Table): Table | undefined {
  const all = tables.filter((table) => isAccounts(table) && table.schema === users.schema);
  const prefix = users.name.replace(/users?$/i, '');
  const [first, second] =
    all.length > 1 ? all.filter(({ name }) => same(name.replace(/accounts?$/i, ''), prefix)) : all;
  if (all.length > 1 && (first === undefined || second !== undefined)) {
    throw new BadInput(
      `${all.map(({ name }) => name).join(' and ')} may hold the linked accounts: name the table with --accounts-table`,
    );
  }
  return first;
}

const there = (tables: readonly Table[]): string => {
  const names = tables.map(({ name }) => name);
  if (names.length === 0) return 'The database has no tables.';
  return `There are: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.`;
};
