import { basename, extname } from 'node:path';
import { BadInput } from '../../project/types.js';
import { peek, statUsersFile, utf8Bytes } from './bytes.js';
import { csvEntries } from './csv.js';
import { notTooDeep, type Entry } from './entry.js';
import { jsonEntries } from './json.js';
import { ndjsonEntries } from './ndjson.js';

export interface NumberedEntry extends Entry {
  /** Of the record, from 1. */
  number: number;
}

export type UsersFormat = 'json' | 'envelope' | 'ndjson' | 'csv';

export interface UsersFile {
  path: string;
  format: UsersFormat;
  size: number;
  /** Milliseconds; with the size it tells a file that was changed between two passes. */
  mtimeMs: number;
}

/**
 * Opens a users file: a JSON array as in Clerk's guide, the envelope of `clerk migrate`, NDJSON or CSV, told by the
 * extension and by what it begins with.
 * @throws {BadInput} where there is no such file
 */
export async function openUsersFile(path: string): Promise<UsersFile> {
  const { size, mtimeMs } = statUsersFile(path);
  return { path, size, mtimeMs, format: formatOf(path, (await peek(path)).toString('utf8')) };
}

function formatOf(path: string, start: string): UsersFormat {
  if (extname(path).toLowerCase() === '.csv') return 'csv';
  const text = start.trimStart();
  if (text.startsWith('[')) return 'json';
  // Only plain fields come before the users of an envelope; a user has no field of that name.
  if (/^\{[^{}[\]]*"users"\s*:\s*\[/.test(text)) return 'envelope';
  if (text.startsWith('{')) return 'ndjson';
  if (/^[^\r\n]*[,;\t]/.test(text) && !/^["'\d-]/.test(text)) return 'csv';
  // A file that is no text at all is named as such when it is read.
  return 'json';
}

/**
 * The entries of the file in their order, in constant memory.
 * @param seen gets the bytes, for a checksum
 * @throws {BadInput} as soon as the file turns out to be cut off, binary or in another encoding
 */
export async function* readEntries(file: UsersFile, seen?: (chunk: Buffer) => void): AsyncGenerator<NumberedEntry> {
  const now = statUsersFile(file.path);
  if (now.size !== file.size || now.mtimeMs !== file.mtimeMs) {
    throw new BadInput(`${file.path} was changed while it was read: start again`);
  }
  let number = 0;
  for await (const entry of entriesOf(file, utf8Bytes(file.path, seen)))
    yield { number: ++number, ...notTooDeep(unwrapped(entry)) };
}

async function* entriesOf(file: UsersFile, bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const name = basename(file.path);
  if (file.format === 'csv') yield* csvEntries(bytes, await peek(file.path), name);
  else if (file.format === 'ndjson') yield* ndjsonEntries(bytes, name);
  else {
    const path = file.format === 'envelope' ? '$.users' : '$';
    for await (const input of jsonEntries(bytes, path, name)) yield { input };
  }
}

/** A line of an errors file holds the record as it was, beside what was wrong with it. */
function unwrapped(entry: Entry): Entry {
  const { input } = entry;
  if (typeof input !== 'object' || input === null || !('input' in input)) return entry;
  const isError = 'record' in input && 'code' in input && 'reason' in input;
  return isError ? { ...entry, input: input.input } : entry;
}
