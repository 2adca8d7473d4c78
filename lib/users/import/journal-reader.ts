import { createReadStream, existsSync } from 'node:fs';
import { BadInput } from '../../project/types.js';
import { isHeader, type Header, type Outcome } from './journal-lines.js';
import type { Begun } from './plan.js';

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
  for await (const { text, end } of readable(path)) {
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

/** @throws {BadInput} where it can't be read: a folder, somebody else's */
async function* readable(path: string): AsyncGenerator<{ text: string; end: number }> {
  try {
    yield* wholeLines(path);
  } catch (error) {
    throw new BadInput(`${path} can’t be read: ${(error as Error).message}`);
  }
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
