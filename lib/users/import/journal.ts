import {
  createReadStream,
  existsSync,
  openSync,
  closeSync,
  fsyncSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { BadInput } from '../../project/types.js';
import { syncFolders } from '../../runner/write.js';
import type { Begun } from './plan.js';
import type { Policy } from './policy.js';

export const JOURNAL_NAME = 'users-import.journal.ndjson';
const KIND = 'authjs-clerk-codemod users import';

/** The first line: what the import is of, and where it goes. */
export interface Header {
  journal: typeof KIND;
  version: 1;
  instance: string;
  apiUrl: string;
  /** The users file, as it was named. */
  file: string;
  sha256: string;
  records: number;
  startedAt: string;
  policy: Policy;
}

/** What became of a record. */
export interface Outcome {
  is: 'created' | 'updated' | 'skipped' | 'failed';
  /** The id of the user at Clerk, where there is one. */
  clerk?: string;
  /** Whether this import created the user; also where a later step failed. */
  own?: true;
  code?: string;
  reason?: string;
}

/** Every other line. `n` is the record's number, `id` its userId. */
export type Line =
  | { n: number; id: string; do: Begun }
  | ({ n: number; id?: string } & Outcome)
  /** The import was taken back, or is being. */
  | { undo: 'begun' };

/** A journal as it was found: the last word on each record. */
export interface JournalState {
  header: Header;
  outcomes: Map<number, Outcome & { id?: string }>;
  /** Begun, and the end is not noted. */
  begun: Map<number, { id: string; do: Begun }>;
  undone: boolean;
  /** Bytes of whole lines; what follows is the half line of a run that was killed. */
  length: number;
}

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

/**
 * Reads a journal. The last line may be half a line; it was never acted upon.
 * @throws {BadInput} where the file is no journal
 */
export async function readJournal(path: string): Promise<JournalState> {
  if (!existsSync(path)) throw new BadInput(`there is no journal ${path}`);
  const state: Partial<JournalState> & Omit<JournalState, 'header'> = {
    outcomes: new Map(),
    begun: new Map(),
    undone: false,
    length: 0,
  };
  for await (const { text, end } of wholeLines(path)) {
    const line = parseLine(text);
    if (state.header === undefined) {
      if (!isHeader(line)) throw new BadInput(`${path} is no journal of users import`);
      state.header = line;
    } else if (!note(state, line)) throw new BadInput(`${path} is damaged: it holds “${text.slice(0, 60)}”`);
    state.length = end;
  }
  if (state.header === undefined) throw new BadInput(`${path} is no journal of users import`);
  return { ...state, header: state.header };
}

function note(state: Omit<JournalState, 'header'>, line: unknown): boolean {
  if (typeof line !== 'object' || line === null) return false;
  const { n, id, ...rest } = line as { n?: unknown; id?: string } & Record<string, unknown>;
  if ('undo' in rest) state.undone = true;
  else if (typeof n !== 'number') return false;
  else if ('do' in rest) state.begun.set(n, { id: id ?? '', do: rest['do'] as Begun });
  else {
    state.begun.delete(n);
    state.outcomes.set(n, { ...(rest as unknown as Outcome), ...(id === undefined ? {} : { id }) });
  }
  return true;
}

async function* wholeLines(path: string): AsyncGenerator<{ text: string; end: number }> {
  let rest = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let bytes = Buffer.concat([rest, chunk]);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10)) {
      end += at + 1;
      yield { text: bytes.subarray(0, at).toString('utf8'), end };
      bytes = bytes.subarray(at + 1);
    }
    rest = bytes;
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isHeader = (line: unknown): line is Header =>
  typeof line === 'object' &&
  line !== null &&
  'journal' in line &&
  line.journal === KIND &&
  'version' in line &&
  line.version === 1;
