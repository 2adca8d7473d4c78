import { pages } from '../database/pages.js';
import { placeholder, quote, quoteTable } from '../database/sql.js';
import type { Database, Row, Table } from '../database/types.js';
import { fold } from '../schema/fields.js';
import type { SchemaHints } from '../schema/hints.js';
import { findLayout, type GivenTables, type Layout } from '../schema/layout.js';
import { BEGINNINGS, NOT_THE_PASSWORD } from './digests.js';
import { PAGE, withAccounts, type UserRows, type UserSource } from './source.js';

const TEXT = /char|text|string|clob/;

/**
 * Reads the users of an SQL database. All calls belong into one transaction for reading.
 * @throws {BadInput} where there is no table of users
 */
export async function sqlSource(
  database: Database,
  hints: SchemaHints | undefined,
  given: GivenTables,
): Promise<UserSource> {
  const layout = findLayout(await database.tables(), hints, given);
  return {
    layout,
    digestColumns: await digestColumns(database, layout),
    users: (columns) => readUsers(database, layout, columns),
  };
}

async function* readUsers(database: Database, layout: Layout, columns: readonly string[]): AsyncGenerator<UserRows[]> {
  const { users, accounts } = layout;
  for await (const rows of pages(database, users.table, columns, users.fields.id, PAGE)) {
    const linked = accounts === undefined ? [] : await accountsOf(database, accounts, rows, users.fields.id);
    yield withAccounts(rows, linked, users.fields.id, accounts?.fields.userId ?? '');
  }
}

/** The accounts of a page of users, those that were linked first (as far as their order tells) before the others. */
async function accountsOf(
  database: Database,
  { table, fields }: NonNullable<Layout['accounts']>,
  users: readonly Row[],
  id: string,
): Promise<Row[]> {
  const { dialect } = database;
  const columns = Object.values(fields).map((name) => quote(dialect, name));
  const ids = users.map((_, index) => placeholder(dialect, index + 1));
  const order = [fields.provider, fields.providerAccountId].map((name) => quote(dialect, name)).join(', ');
  return database.all(
    `SELECT ${columns.join(', ')} FROM ${quoteTable(dialect, table)} WHERE ${quote(dialect, fields.userId)} IN (${ids.join(', ')}) ORDER BY ${order}`,
    users.map((row) => row[id]!),
  );
}

/** Looks into each column of text for one that begins as digests do; the database does it, and stops at the first. */
async function digestColumns(database: Database, { users }: Layout): Promise<string[]> {
  const known = new Set<string>(Object.values(users.fields));
  const candidates = users.table.columns.filter(
    ({ name, type }) => TEXT.test(type) && !known.has(name) && !NOT_THE_PASSWORD.test(fold(name)),
  );
  const found: string[] = [];
  for (const { name } of candidates) {
    if (await beginsLikeDigest(database, users.table, name)) found.push(name);
  }
  return found;
}

async function beginsLikeDigest(database: Database, table: Table, column: string): Promise<boolean> {
  const { dialect } = database;
  const name = quote(dialect, column);
  // `_` in a beginning is a placeholder to LIKE; `substr` has none.
  const tests = BEGINNINGS.map(
    (begins, index) => `substr(${name}, 1, ${begins.length}) = ${placeholder(dialect, index + 1)}`,
  );
  const sql = `SELECT 1 AS found FROM ${quoteTable(dialect, table)} WHERE ${tests.join(' OR ')} LIMIT 1`;
  return (await database.all(sql, BEGINNINGS)).length > 0;
}
