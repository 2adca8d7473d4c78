import { basename } from 'node:path';
import { BadInput } from '../../project/types.js';
import { statUsersFile, utf8Bytes } from '../read/bytes.js';
import { ndjsonEntries } from '../read/ndjson.js';

/** One id before and after. */
export interface IdPair {
  readonly from: string;
  readonly to: string;
}

/** Longer is no id, and would not fit the table that holds the map in MySQL. */
const MAX_LENGTH = 255;

/** A line that can't be told from another in a file of SQL, or that no database keeps as it is. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNUSABLE = /[\u0000-\u001f\u007f]|^\s|\s$/;

/**
 * Reads `id-map.ndjson`, as `users import` writes it: `{"old":"…","clerk":"user_…"}` a line.
 * @throws {BadInput} where a line is none, or two of them can't both be right
 */
export async function readIdMap(path: string): Promise<IdPair[]> {
  const name = basename(path);
  statUsersFile(path);
  const clerkOf = new Map<string, string>();
  const oldOf = new Map<string, string>();
  let line = 0;
  for await (const entry of ndjsonEntries(utf8Bytes(path), name)) {
    line += 1;
    const pair = 'broken' in entry ? undefined : pairOf(entry.input);
    if (pair === undefined) {
      throw new BadInput(`${name}, record ${line}: it takes {"old":"…","clerk":"user_…"}, as users import writes it`);
    }
    const { from, to } = pair;
    const before = clerkOf.get(from);
    if (before !== undefined && before !== to) {
      throw new BadInput(`${name}, record ${line}: ${from} is ${before} further up, and ${to} here`);
    }
    const other = oldOf.get(to.toLowerCase());
    if (other !== undefined && other !== from) {
      throw new BadInput(`${name}, record ${line}: ${to} is ${other} further up: two users would become one`);
    }
    clerkOf.set(from, to);
    oldOf.set(to.toLowerCase(), from);
  }
  if (clerkOf.size === 0) throw new BadInput(`${name} has no entries`);
  for (const [old, clerk] of clerkOf) {
    if (clerkOf.has(clerk)) throw new BadInput(`${name}: ${clerk}, Clerk’s id of ${old}, is an old id as well`);
  }
  return [...clerkOf].map(([from, to]) => ({ from, to }));
}

function pairOf(input: unknown): IdPair | undefined {
  if (typeof input !== 'object' || input === null || !('old' in input) || !('clerk' in input)) return undefined;
  const { old, clerk } = input;
  if (typeof old !== 'string' || old === '' || old.length > MAX_LENGTH || UNUSABLE.test(old)) return undefined;
  if (typeof clerk !== 'string' || !/^user_\w+$/.test(clerk) || clerk.length > MAX_LENGTH) return undefined;
  return { from: old, to: clerk };
}

/** The map that leads back. */
export const reversed = (pairs: readonly IdPair[]): IdPair[] => pairs.map(({ from, to }) => ({ from: to, to: from }));
