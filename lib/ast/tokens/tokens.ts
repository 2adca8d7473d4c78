import { KIND } from './kinds.js';

/** Where the tokens stand in the memory that the tokenizer writes, in bytes. */
export interface TokenMemory {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly KINDS: Place;
  readonly CODES: Place;
  readonly STARTS: Place;
  readonly ENDS: Place;
  readonly MATES: Place;
  readonly TEXT: Place;
  readonly MOST_TOKENS: Place;
}

interface Place {
  readonly value: number;
}

const NONE = new Uint8Array(0);
const NO_OFFSETS = new Int32Array(0);

/** The tokens of a text, side by side in arrays, since there are many. One such list serves text after text. */
export class Tokens {
  count = 0;
  kinds: Uint8Array = NONE;
  /** Of punctuators. */
  codes: Uint8Array = NONE;
  starts: Int32Array = NO_OFFSETS;
  ends: Int32Array = NO_OFFSETS;
  /** Of a bracket that opens the one that closes, and the other way round; else, and where it is not reached yet, -1. */
  mates: Int32Array = NO_OFFSETS;
  bytes: Buffer = Buffer.from(NONE.buffer);

  constructor(private readonly machine: TokenMemory) {}

  /** Begins anew, for a text of so many bytes that stands in the memory. */
  clear(length: number): void {
    const { memory, KINDS, CODES, STARTS, ENDS, MATES, TEXT, MOST_TOKENS } = this.machine;
    this.count = 0;
    this.bytes = Buffer.from(memory.buffer, TEXT.value, length);
    // Memory that has grown is another buffer.
    if (this.kinds.buffer === memory.buffer) return;
    this.kinds = new Uint8Array(memory.buffer, KINDS.value, MOST_TOKENS.value);
    this.codes = new Uint8Array(memory.buffer, CODES.value, MOST_TOKENS.value);
    this.starts = new Int32Array(memory.buffer, STARTS.value, MOST_TOKENS.value);
    this.ends = new Int32Array(memory.buffer, ENDS.value, MOST_TOKENS.value);
    this.mates = new Int32Array(memory.buffer, MATES.value, MOST_TOKENS.value);
  }

  /** The token that begins at an offset; -1 where none does. */
  at(offset: number): number {
    const index = this.from(offset);
    return index >= 0 && this.starts[index] === offset ? index : -1;
  }

  /** The token that an offset stands in; -1 for white space, comments and text of elements. */
  around(offset: number): number {
    const index = this.from(offset);
    return index >= 0 && this.ends[index]! > offset ? index : -1;
  }

  /** The last token that begins at an offset or before it. */
  private from(offset: number): number {
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  /** Whether a token is that punctuator. */
  is(index: number, code: number): boolean {
    return index >= 0 && index < this.count && this.kinds[index] === KIND.punctuator && this.codes[index] === code;
  }

  /** Whether a token is a name spelled so. */
  isName(index: number, name: string): boolean {
    return index >= 0 && index < this.count && this.kinds[index] === KIND.name && this.spells(index, name);
  }

  /** Whether a token is spelled so, in ASCII. */
  spells(index: number, text: string): boolean {
    const start = this.starts[index]!;
    if (this.ends[index]! - start !== text.length) return false;
    for (let at = 0; at < text.length; at++) if (this.bytes[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** The spelling of a token. */
  text(index: number): string {
    return this.slice(this.starts[index]!, this.ends[index]!);
  }

  slice(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}
