import { KIND } from './kinds.js';

const ROOM = 1 << 15;

/** The tokens of a text, side by side in arrays, since there are many. One such list serves text after text. */
export class Tokens {
  count = 0;
  kinds = new Uint8Array(ROOM);
  /** Of punctuators. */
  codes = new Uint8Array(ROOM);
  starts = new Int32Array(ROOM);
  ends = new Int32Array(ROOM);
  /** Of a bracket that opens the one that closes, and the other way round; else, and where it is not reached yet, -1. */
  mates = new Int32Array(ROOM);
  bytes: Uint8Array = new Uint8Array(0);

  clear(bytes: Uint8Array): void {
    this.count = 0;
    this.bytes = bytes;
  }

  add(kind: number, code: number, start: number, end: number): number {
    const index = this.count++;
    if (index === this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.codes[index] = code;
    this.starts[index] = start;
    this.ends[index] = end;
    this.mates[index] = -1;
    return index;
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
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('utf8');
  }

  #grow(): void {
    const twice = <Kind extends Uint8Array | Int32Array>(from: Kind, to: Kind): Kind => {
      to.set(from);
      return to;
    };
    const length = this.kinds.length * 2;
    this.kinds = twice(this.kinds, new Uint8Array(length));
    this.codes = twice(this.codes, new Uint8Array(length));
    this.starts = twice(this.starts, new Int32Array(length));
    this.ends = twice(this.ends, new Int32Array(length));
    this.mates = twice(this.mates, new Int32Array(length));
  }
}
