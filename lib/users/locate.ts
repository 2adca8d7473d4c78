import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BadInput } from '../project/types.js';
import type { Address } from './database/address.js';
import { findAddress } from './database/find-address.js';
import { appVariables } from './env.js';
import { findSchema, type FoundSchema } from './schema/find.js';

/** How a command is told where the database is. */
export interface DatabaseOptions {
  /** The app's folder, as it was given. */
  readonly app: string;
  readonly cwd: string;
  readonly databaseUrl?: string;
}

export interface LocatedDatabase {
  readonly address: Address;
  readonly schema: FoundSchema;
  /** What a person should see before anything happens: one line each, without a password. */
  readonly notes: readonly string[];
}

/**
 * Finds the database of an app, and what the app's schema says of it.
 * @throws {BadInput} where there is no such folder, no address, or none that can be used
 */
export async function locateDatabase({ app, cwd, databaseUrl }: DatabaseOptions): Promise<LocatedDatabase> {
  const folder = resolve(cwd, app);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new BadInput(`there is no folder ${app}`);
  const schema = await findSchema(folder);
  const variables = appVariables([folder, ...schema.folders]);
  const { address, origin } = findAddress(databaseUrl, schema.variables, variables, [...schema.folders, cwd]);
  const names = schema.hints === undefined ? '' : `, names from ${relative(cwd, schema.hints.file)}`;
  const notes = [`reading ${address.shown} (${origin})${names}`];
  if (databaseUrl !== undefined && address.hasPassword) {
    notes.unshift(
      'warning: other users of this machine see the password of --database-url in the list of processes; set DATABASE_URL instead',
    );
  }
  return { address, schema, notes };
}
