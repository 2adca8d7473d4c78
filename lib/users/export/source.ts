import type { Row } from '../database/types.js';
import type { Layout } from '../schema/layout.js';

/** A user's row with the rows of their linked accounts. */
export interface UserRows {
  readonly user: Row;
  readonly accounts: readonly Row[];
}

/** Where the users come from: an SQL database or MongoDB. */
export interface UserSource {
  readonly layout: Layout;
  /** Columns of any name whose text can be nothing but a password's digest. */
  readonly digestColumns: readonly string[];
  /** @param columns those of the users' table to read */
  users(columns: readonly string[]): AsyncIterable<readonly UserRows[]>;
}

/**
 * How many users are in memory at a time. Each page asks once for its accounts, and their table seldom has an index on the
 * user: few large pages keep the number of passes over it low.
 */
export const PAGE = 2500;

/** Puts each account to its user. Ids are compared as text: MongoDB's are objects. */
export function withAccounts(users: readonly Row[], accounts: readonly Row[], id: string, userId: string): UserRows[] {
  const byUser = groupBy(accounts, userId);
  return users.map((user) => ({ user, accounts: byUser.get(String(user[id])) ?? [] }));
}

function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
