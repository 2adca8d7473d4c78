import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes lines into a file, whole or not at all. */
export function writeLines(path: string, mode: number, lines: Iterable<string>): void {
  const output = new LineFile(path, mode);
  try {
    for (const line of lines) output.write(line);
    output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}

/** A file of lines that takes its name when it is whole. */
export class LineFile {
  readonly #temporary: string;
  readonly #file: number;
  #text = '';

  constructor(
    private readonly path: string,
    mode: number,
  ) {
    this.#temporary = `${path}.tmp`;
    // What an earlier run left may have another mode.
    rmSync(this.#temporary, { force: true });
    this.#file = openSync(this.#temporary, 'wx', mode);
  }

  write(line: string): void {
    this.#text += `${line}\n`;
    if (this.#text.length > 64 * 1024) this.#drain();
  }

  finish(): void {
    this.#drain();
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#temporary, this.path);
  }

  discard(): void {
    try {
      closeSync(this.#file);
    } catch {
      // It was closed already.
    }
    rmSync(this.#temporary, { force: true });
  }

  #drain(): void {
    const bytes = Buffer.from(this.#text);
    for (let from = 0; from < bytes.length;) from += writeSync(this.#file, bytes, from);
    this.#text = '';
  }
}
