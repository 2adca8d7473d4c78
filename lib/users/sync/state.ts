import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { BadInput } from '../../project/types.js';
import { writeLines } from '../line-file.js';
import type { UserRecord } from '../record.js';

export const STATE_NAME = 'users-sync.state.ndjson';
const KIND = 'authjs-clerk-codemod users sync';

/** What a sync left a user as: a digest of the record, and who that is at Clerk. */
export interface Known {
  hash: string;
  clerk: string;
}

export interface SyncState {
  instance: string;
  /** By userId. */
  users: Map<string, Known>;
}

/** A digest of all that is sent of a record; it does not lead back to a password's. */
export const hashOf = (record: UserRecord): string =>
  createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22);

/** @throws {BadInput} where the file is something else, or of another instance */
export async function readState(path: string, instance: string): Promise<SyncState> {
  const state: SyncState = { instance, users: new Map() };
  if (!existsSync(path)) return state;
  let isFirst = true;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const value = parse(line);
    if (isFirst) {
      if (value?.['sync'] !== KIND)
        throw new BadInput(`${path} is not what users sync keeps: choose another --out-dir`);
      if (value['instance'] !== instance) {
        throw new BadInput(
          `${path} is of instance ${String(value['instance'])}, and CLERK_SECRET_KEY is of ${instance}`,
        );
      }
    } else if (value !== undefined) {
      const { id, hash, clerk } = value as unknown as Known & { id: string };
      state.users.set(id, { hash, clerk });
    }
    isFirst = false;
  }
  return state;
}

/** Written whole, readable by its owner alone. */
export function writeState(path: string, { instance, users }: SyncState): void {
  writeLines(path, 0o600, stateLines(instance, users));
}

function* stateLines(instance: string, users: SyncState['users']): Generator<string> {
  yield JSON.stringify({ sync: KIND, version: 1, instance });
  for (const [id, known] of users) yield JSON.stringify({ id, ...known });
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
