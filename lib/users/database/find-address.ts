import { BadInput } from '../../project/types.js';
import type { Variable } from '../env.js';
import { readAddress, type Address } from './address.js';

/** Where apps keep the address of their database, the likeliest first. */
const VARIABLES = [
  'DATABASE_URL',
  'DIRECT_URL',
  'DATABASE_URL_UNPOOLED',
  'POSTGRES_URL_NON_POOLING',
  'POSTGRES_PRISMA_URL',
  'POSTGRES_URL',
  'MYSQL_URL',
  'MONGODB_URI',
  'MONGODB_URL',
  'MONGO_URL',
  'AUTH_DRIZZLE_URL',
  'SQLITE_URL',
  'DB_URL',
  'DATABASE_URI',
];

export interface FoundAddress {
  readonly address: Address;
  /** `--database-url`, or `DATABASE_URL in .env.local`. */
  readonly origin: string;
}

/**
 * The database's address: what was given, else the first variable of the app that holds one that can be used.
 * @param variables those that the app's own schema names; they come before the usual ones
 * @param folders where a relative SQLite file may be
 * @throws {BadInput} where there is none, or none can be used; never with the address itself
 */
export function findAddress(
  given: string | undefined,
  variables: readonly string[],
  valueOf: (name: string) => Variable | undefined,
  folders: readonly string[],
): FoundAddress {
  if (given !== undefined) {
    return { address: readAddress(given, '--database-url', folders), origin: '--database-url' };
  }
  let problem: unknown;
  for (const name of new Set([...variables, ...VARIABLES])) {
    const variable = valueOf(name);
    if (variable === undefined) continue;
    const origin = `${name} in ${variable.from}`;
    try {
      return { address: readAddress(variable.value, origin, folders), origin };
    } catch (error) {
      problem ??= error;
    }
  }
  if (problem !== undefined) throw problem;
  throw new BadInput(
    'no database address was found: set DATABASE_URL in the environment or the app’s env files, or give --database-url',
  );
}
