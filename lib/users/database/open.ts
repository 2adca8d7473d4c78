import { BadInput } from '../../project/types.js';
import { withoutSecrets, type Address } from './address.js';
import type { Database } from './types.js';

/**
 * Connects to an SQL database. The driver is loaded here, and only the one that is needed.
 * @param writes whether statements may change it; without, an SQLite file is opened for reading
 * @throws {BadInput} one line without a password, where there is no connection
 */
export function openDatabase(address: Address, { writes }: { writes: boolean }): Promise<Database> {
  return connected(address, () => connect(address, writes));
}

/**
 * Connects to whatever database.
 * @throws {BadInput} one line without a password
 */
export async function connected<Connection>(address: Address, connect: () => Promise<Connection>): Promise<Connection> {
  try {
    return await connect();
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`can't connect to ${address.shown}: ${withoutSecrets(messageOf(error), address)}`);
  }
}

async function connect(address: Address, writes: boolean): Promise<Database> {
  if (address.kind === 'postgresql') return (await import('./postgres.js')).openPostgres(address);
  if (address.kind === 'mysql') return (await import('./mysql.js')).openMysql(address);
  if (address.kind === 'sqlite') return (await import('./sqlite.js')).openSqlite(address, writes);
  throw new BadInput(`${address.shown} is no SQL database`);
}

/** What an error says. One of several addresses of a host (IPv4, IPv6) that all refuse has no message of its own. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
