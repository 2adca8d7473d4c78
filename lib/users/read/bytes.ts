import { createReadStream, statSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { BadInput } from '../../project/types.js';

/** Beginnings of files that hold no text, and what such a file is. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'UTF-16 text: save it as UTF-8'],
  [[0xfe, 0xff], 'UTF-16 text: save it as UTF-8'],
  [[0x1f, 0x8b], 'compressed (gzip): unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a spreadsheet: unpack it, or save it as CSV'],
  [[...Buffer.from('SQLite format 3')], 'a SQLite database: export the users from it first'],
];

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const CHUNK = 256 * 1024;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/**
 * The file's facts, if it can be read. It is read more than once, so it has to be a file.
 * @throws {BadInput}
 */
export function statUsersFile(path: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw new BadInput(isMissing ? `there is no file ${path}` : `${path} can’t be read: ${(error as Error).message}`);
  }
  if (stats.isDirectory()) throw new BadInput(`${path} is a folder: give the file with the users`);
  if (!stats.isFile()) throw new BadInput(`${path} is no regular file: it is read more than once, so a pipe won’t do`);
  if (stats.size === 0) throw new BadInput(`${path} is empty`);
  return stats;
}

/** The first bytes of a file, without a byte order mark. */
export async function peek(path: string, length = 64 * 1024): Promise<Buffer> {
  const handle = await openFile(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    return startsWith(bytes, BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
  } finally {
    await handle.close();
  }
}

/**
 * A text file's bytes, chunk by chunk and without a byte order mark, each known to be UTF-8.
 * @param seen gets every chunk as it is in the file, for a checksum
 * @throws {BadInput} where the file is binary, or in another encoding
 */
export async function* utf8Bytes(path: string, seen?: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const name = basename(path);
  const refuse = (offset: number): BadInput =>
    new BadInput(`${name} is no UTF-8 text: bytes near ${offset} are in another encoding; save it as UTF-8`);
  let offset = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      if (offset === 0) {
        const found = SIGNATURES.find(([start]) => startsWith(chunk, start));
        if (found) throw new BadInput(`${name} is ${found[1]}`);
      }
      const zero = chunk.indexOf(0);
      if (zero >= 0) throw new BadInput(`${name} is a binary file: there is a zero byte at ${offset + zero}`);
      if (!decodes(decoder, chunk)) throw refuse(offset + firstBad(chunk));
      seen?.(chunk);
      yield offset === 0 && startsWith(chunk, BYTE_ORDER_MARK) ? chunk.subarray(3) : chunk;
      offset += chunk.length;
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path} can’t be read: ${(error as Error).message}`);
  }
  if (!decodes(decoder)) throw refuse(offset);
}

/** Where a chunk stops being UTF-8, more or less: it may begin in the middle of a character. */
function firstBad(chunk: Buffer): number {
  let good = 0;
  let bad = chunk.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(new TextDecoder('utf-8', { fatal: true }), chunk.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function openFile(path: string) {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new BadInput(`${path} can’t be read: ${(error as Error).message}`);
  }
}
