import { isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { MENTIONS_AUTHJS } from '../authjs/leftovers.js';

/** Most source files fit; one that does not is read by itself. */
const ROOM = 2 ** 20;

/** A link's target is read under its own name, if it is one of the app's. Windows knows no such flag. */
const NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
const NOT_UTF8 = 'it is not UTF-8: save it in that encoding first';

/** Reads source files for the scan. What can't be read is noted, not thrown. */
export class SourceReader {
  /** One piece of memory for all files: a fresh one each costs more than the reading. */
  readonly #room = Buffer.allocUnsafeSlow(ROOM);

  /** @param unreadable gets the reason for each file that can't be read */
  constructor(private readonly unreadable: Map<string, string>) {}

  /** The text; undefined where it can't be read. */
  text(path: string): string | undefined {
    return this.#read(path)?.toString('utf8');
  }

  /** A character for each byte, which is the text where that is ASCII; undefined where it can't be read. */
  bytes(path: string): string | undefined {
    return this.#read(path)?.toString('latin1');
  }

  /** The bytes as they are, good until the next file is read; undefined where the file can't be read, is a link or gone. */
  raw(path: string): Buffer | undefined {
    try {
      return this.#bytes(path, NO_LINK);
    } catch (error) {
      if (/^(?:ENOENT|ELOOP|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      this.unreadable.set(path, `it can't be read: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Says of bytes that mention Auth.js whether they are text, and notes it where they are not. */
  isText(path: string, bytes: Buffer): boolean {
    if (isUtf8(bytes)) return true;
    this.unreadable.set(path, NOT_UTF8);
    return false;
  }

  #read(path: string): Buffer | undefined {
    try {
      const bytes = this.#bytes(path);
      // Written back, such a file would lose what is not UTF-8.
      if (isUtf8(bytes)) return bytes;
      if (MENTIONS_AUTHJS.test(bytes.toString('latin1'))) this.unreadable.set(path, NOT_UTF8);
    } catch (error) {
      this.unreadable.set(path, `it can't be read: ${(error as Error).message}`);
    }
    return undefined;
  }

  #bytes(path: string, flags: number = constants.O_RDONLY): Buffer {
    const file = openSync(path, flags);
    try {
      const length = readSync(file, this.#room, 0, ROOM, 0);
      if (length < ROOM) return this.#room.subarray(0, length);
    } finally {
      closeSync(file);
    }
    return readFileSync(path);
  }
}
