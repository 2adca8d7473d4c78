import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import { hasCode, syncFolders, temporaryPath } from '../../runner/write.js';

/** How much text is gathered before it goes to the disk. */
const CHUNK = 1 << 20;

/**
 * A file that is written piece by piece and takes its name only when it is whole. Only its owner may read it: it may hold
 * digests of passwords.
 */
export class WholeFile {
  readonly #path: string;
  readonly #temporary: string;
  #handle: number | undefined;
  #waiting: string[] = [];
  #size = 0;

  /**
   * Begins the file beside its place.
   * @throws {BadInput} where it can't be written
   */
  constructor(given: string, cwd: string) {
    const named = resolve(cwd, given);
    const existing = statSync(named, { throwIfNoEntry: false });
    if (existing?.isFile() === false) {
      throw new BadInput(`--out ${given} is ${existing.isDirectory() ? 'a folder' : 'no file'}: name a file`);
    }
    // A symbolic link stays one: the file that it leads to is the one that is replaced.
    this.#path = existing === undefined ? named : realpathSync(named);
    this.#temporary = temporaryPath(this.#path);
    try {
      rmSync(this.#temporary, { force: true });
      this.#handle = openSync(this.#temporary, 'wx', 0o600);
    } catch (error) {
      const reason = hasCode(error, 'ENOENT')
        ? `there is no folder ${dirname(this.#path)}`
        : error instanceof Error
          ? error.message
          : String(error);
      throw new BadInput(`${given} can't be written: ${reason}`);
    }
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#size += text.length;
    if (this.#size >= CHUNK) this.#flush();
  }

  /** Gives the file its name. */
  finish(): void {
    this.#flush();
    fsyncSync(this.#handle!);
    this.#close();
    renameSync(this.#temporary, this.#path);
    syncFolders([this.#path]);
  }

  /** Leaves nothing behind; what stood there before still does. */
  discard(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8');
    // A disk that is nearly full takes a part.
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle!, bytes, at);
    this.#waiting = [];
    this.#size = 0;
  }

  #close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}
