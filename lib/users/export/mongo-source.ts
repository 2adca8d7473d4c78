import type { MongoStore } from '../database/mongodb.js';
import { fold } from '../schema/fields.js';
import type { SchemaHints } from '../schema/hints.js';
import { findLayout, type GivenTables, type Layout } from '../schema/layout.js';
import { BEGINNINGS, NOT_THE_PASSWORD } from './digests.js';
import { PAGE, withAccounts, type UserRows, type UserSource } from './source.js';

/**
 * Reads the users of a MongoDB database.
 * @throws {BadInput} where there is no collection of users
 */
export async function mongoSource(
  store: MongoStore,
  hints: SchemaHints | undefined,
  given: GivenTables,
): Promise<UserSource> {
  const found = findLayout(await store.collections(), hints, given);
  // Whatever else is called id: Auth.js's adapter knows a user by `_id`.
  const layout: Layout = { ...found, users: { ...found.users, fields: { ...found.users.fields, id: '_id' } } };
  const { table, fields } = layout.users;
  const known = new Set<string>(Object.values(fields));
  const digestColumns: string[] = [];
  for (const { name, type } of table.columns) {
    if (type !== 'string' || known.has(name) || NOT_THE_PASSWORD.test(fold(name))) continue;
    if (await store.begins(table.name, name, BEGINNINGS)) digestColumns.push(name);
  }
  return { layout, digestColumns, users: (columns) => readUsers(store, layout, columns) };
}

async function* readUsers(store: MongoStore, layout: Layout, columns: readonly string[]): AsyncGenerator<UserRows[]> {
  const { users, accounts } = layout;
  for await (const rows of store.pages(users.table.name, columns, PAGE)) {
    const linked =
      accounts === undefined
        ? []
        : await store.having(
            accounts.table.name,
            accounts.fields.userId,
            rows.map((row) => row['_id']),
          );
    yield withAccounts(rows, linked, '_id', accounts?.fields.userId ?? '');
  }
}
