import { quote, quoteTable } from '../../../lib/users/database/sql.js';
import type { Database, Dialect, Row } from '../../../lib/users/database/types.js';

/** People of the shop; the third has an id that has to be quoted. */
export const OLD = ['u1', 'cm2x0001', "o'hara \\ é", 'u4'];
export const CLERK = OLD.map((_, index) => `user_2abcdefghijklmnopqrstuvw00${index}`);
export const MAP_FILE = OLD.map((old, index) => `${JSON.stringify({ old, clerk: CLERK[index] })}\n`).join('');

/**
 * Tables with what makes a rewrite hard: a self-reference, a circle, a key that is itself a user's id and is referred to,
 * composite keys, each of the actions on update, unique indexes, a table without a constraint.
 */
export function ddl(dialect: Dialect): string[] {
  const q = (name: string): string => quote(dialect, name);
  const id = 'VARCHAR(40)';
  const touched =
    dialect === 'mysql' ? 'TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP' : 'VARCHAR(30) DEFAULT NULL';
  // SQLite adds no constraint to a table that is there, but lets one lead to a table that is not.
  const circle = `CONSTRAINT circle FOREIGN KEY (main_profile) REFERENCES profiles (user_id)`;
  return [
    `CREATE TABLE users (id ${id} NOT NULL PRIMARY KEY, email VARCHAR(100) UNIQUE, ${q('emailVerified')} VARCHAR(30), invited_by ${id} REFERENCES users (id), main_profile ${id}, updated_at ${touched}${
      dialect === 'mysql' ? `, FOREIGN KEY (invited_by) REFERENCES users (id)` : ''
    }${dialect === 'sqlite' ? `, ${circle}` : ''})`,
    `CREATE TABLE accounts (${q('userId')} ${id} NOT NULL, type VARCHAR(20), provider VARCHAR(40) NOT NULL, ${q('providerAccountId')} VARCHAR(100) NOT NULL, PRIMARY KEY (provider, ${q('providerAccountId')}), FOREIGN KEY (${q('userId')}) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE)`,
    `CREATE TABLE profiles (user_id ${id} NOT NULL PRIMARY KEY, bio TEXT, FOREIGN KEY (user_id) REFERENCES users (id) ON UPDATE RESTRICT)`,
    `CREATE TABLE posts (n INTEGER PRIMARY KEY, author ${id} NOT NULL, editor ${id}, slug VARCHAR(40), UNIQUE (author, slug), FOREIGN KEY (author) REFERENCES profiles (user_id) ON UPDATE CASCADE, FOREIGN KEY (editor) REFERENCES users (id) ON UPDATE SET NULL)`,
    `CREATE TABLE members (org ${id} NOT NULL, user_id ${id} NOT NULL, PRIMARY KEY (org, user_id), FOREIGN KEY (user_id) REFERENCES users (id)${dialect === 'postgresql' ? ' DEFERRABLE INITIALLY IMMEDIATE' : ''})`,
    `CREATE TABLE grants (n INTEGER PRIMARY KEY, org ${id}, who ${id}, FOREIGN KEY (org, who) REFERENCES members (org, user_id) ON UPDATE CASCADE)`,
    `CREATE TABLE audit (n INTEGER PRIMARY KEY, actor ${id}, what TEXT)`,
    ...(dialect === 'sqlite' ? [] : [`ALTER TABLE users ADD ${circle}`]),
    ...FILLING,
  ];
}

const own = (index: number): string => `(SELECT id FROM users WHERE email = '${index}@example.com')`;

const FILLING = [
  ...OLD.map((_, index) => `INSERT INTO users (id, email) VALUES ('tmp${index}', '${index}@example.com')`),
  ...['u4', 'stranger'].map((org) => `INSERT INTO audit (n, actor, what) VALUES (${org.length}, '${org}', 'login')`),
];

/** What refers to the people, by the ids that they have by then. */
const ROWS = [
  ...[0, 1, 2, 3].map((index) => `INSERT INTO accounts VALUES (${own(index)}, 'oauth', 'github', '${index}')`),
  ...[0, 2, 3].map((index) => `INSERT INTO profiles VALUES (${own(index)}, 'bio')`),
  `INSERT INTO posts VALUES (1, ${own(0)}, ${own(3)}, 'a'), (2, ${own(0)}, NULL, 'b'), (3, ${own(2)}, ${own(0)}, 'a')`,
  // An organization may have the id of a user: that position of the key is not a user's.
  `INSERT INTO members VALUES ('u4', ${own(0)}), ('u4', ${own(3)}), ('acme', ${own(2)})`,
  `INSERT INTO grants VALUES (1, 'u4', ${own(0)}), (2, 'acme', ${own(2)}), (3, NULL, NULL), (4, 'u4', NULL)`,
];

/** Creates and fills the shop. */
export async function createShop(database: Database): Promise<void> {
  const { dialect } = database;
  for (const statement of ddl(dialect)) await database.run(statement);
  const at = (position: number): string => (dialect === 'postgresql' ? `$${position}` : '?');
  for (const [index, old] of OLD.entries()) {
    await database.run(`UPDATE users SET id = ${at(1)} WHERE email = '${index}@example.com'`, [old]);
  }
  for (const statement of ROWS) await database.run(statement);
  const update = (column: string, value: string, email: number): Promise<number> =>
    database.run(`UPDATE users SET ${column} = ${at(1)} WHERE email = '${email}@example.com'`, [value]);
  await update('invited_by', OLD[0]!, 1);
  await update('invited_by', OLD[3]!, 3);
  await update('main_profile', OLD[2]!, 0);
  await database.run(`UPDATE users SET updated_at = '2024-05-06 07:08:09'`);
}

/** All rows of all tables, sorted. */
export async function contents(database: Database): Promise<Record<string, readonly Row[]>> {
  const all: Record<string, readonly Row[]> = {};
  for (const table of await database.tables()) {
    const rows = await database.all(`SELECT * FROM ${quoteTable(database.dialect, table)}`);
    const order = table.primaryKey.length > 0 ? table.primaryKey : table.columns.map(({ name }) => name);
    const key = (row: Row): string => JSON.stringify(order.map((name) => row[name]));
    all[table.name] = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  return all;
}

/** The same rows with Clerk's ids in the columns of the shop that hold users'. */
export function expected(before: Record<string, readonly Row[]>): Record<string, readonly Row[]> {
  const columns: Record<string, readonly string[]> = {
    users: ['id', 'invited_by', 'main_profile'],
    accounts: ['userId'],
    profiles: ['user_id'],
    posts: ['author', 'editor'],
    members: ['user_id'],
    grants: ['who'],
    audit: ['actor'],
  };
  const clerkOf = new Map<unknown, string>(OLD.map((old, index) => [old, CLERK[index]!]));
  return Object.fromEntries(
    Object.entries(before).map(([table, rows]) => [
      table,
      rows.map((row) => ({
        ...row,
        ...Object.fromEntries(
          (columns[table] ?? []).map((column) => [column, clerkOf.get(row[column]) ?? row[column]!]),
        ),
      })),
    ]),
  );
}

/** For rows whose order in the key changed with the ids. */
export const unordered = (all: Record<string, readonly Row[]>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]));
