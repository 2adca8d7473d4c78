import { openSync, closeSync, fsyncSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { BadInput } from '../../project/types.js';
import { syncFolders } from '../../runner/write.js';
import { KIND, type Header, type Line } from './journal-lines.js';

/** The journal could not be written: the disk is full, or gone. Nothing more is sent. */
export class JournalFailure extends Error {
  override readonly name = 'JournalFailure';
}

/**
 * The import's memory. A line is on the disk (fsync) when `append` resolves; lines that come together share one write and
 * one fsync, so a hundred requests a second don't wait for each other.
 */
export class Journal {
  readonly #handle: FileHandle;
  readonly #path: string;
  #pending: { text: string; done: () => void; failed: (error: Error) => void }[] = [];
  #flushing: Promise<void> | undefined;
  #failure: JournalFailure | undefined;
  #position: number;

  private constructor(handle: FileHandle, path: string, position: number) {
    this.#handle = handle;
    this.#path = path;
    this.#position = position;
  }

  /** A new one, whole from the start. @throws {BadInput} where it can't be written */
  static async create(path: string, facts: Omit<Header, 'journal' | 'version'>): Promise<Journal> {
    const header: Header = { journal: KIND, version: 1, ...facts };
    const text = `${JSON.stringify(header)}\n`;
    const temporary = `${path}.tmp`;
    try {
      const file = openSync(temporary, 'w', 0o600);
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
      syncFolders([path]);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new BadInput(`the journal ${path} can’t be written: ${(error as Error).message}`);
    }
    return Journal.reopen(path, Buffer.byteLength(text));
  }

  /** One that is there. @param length of its whole lines */
  static async reopen(path: string, length: number): Promise<Journal> {
    const handle = await open(path, 'r+');
    await handle.truncate(length);
    return new Journal(handle, path, length);
  }

  /** @throws {JournalFailure} */
  append(...lines: readonly Line[]): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (lines.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.#pending.push({ text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    // Whatever else wants to write in this moment comes along.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      try {
        if (this.#failure) throw this.#failure;
        await this.#write(Buffer.from(batch.map(({ text }) => text).join('')));
        for (const { done } of batch) done();
      } catch (error) {
        this.#failure ??= new JournalFailure(`the journal ${this.#path} can’t be written: ${(error as Error).message}`);
        for (const { failed } of batch) failed(this.#failure);
      }
    }
    this.#flushing = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, from, bytes.length - from, this.#position + from);
      from += bytesWritten;
    }
    await this.#handle.datasync();
    this.#position += bytes.length;
  }
}
