import { Doubt } from './kinds.js';
import { MACHINE } from './machine.js';
import { Tokens, type TokenMemory } from './tokens.js';

/** Why a text is not taken apart, in the order of `Doubt` in assembly/kinds.ts. */
export const REASONS = [
  '',
  'more tokens than there is room for',
  'brackets deeper than there is room for',
  'something is not closed',
  'a name with other letters, or none',
  'a string without an end',
  'a template without an end',
  'a comment without an end',
  'a regular expression without an end',
  'a bracket that nothing opened',
  'the mark of a conflict',
  'a declaration without a name',
  'a slash behind a brace',
  'a slash behind an exclamation mark',
  'a slash or an element behind ++',
  'a default type, or an attribute',
  'an element with types',
  'an element without a name',
  'a tag without an end',
  'a slash in a tag',
  'what stands in this tag is no attribute',
  'an attribute without a value',
  'a bracket in the text of an element',
  'an element without an end',
  'a closing tag without an end',
] as const;

/** Behind the text: a byte that no code has, as often as anything looks ahead. */
const END = { byte: 127, times: 16 };
const PAGE = 2 ** 16;

/** What assembly/index.ts exports. */
interface Machine extends TokenMemory {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  open(length: number, hasJsx: boolean): void;
  readTo(until: number): number;
  count(): number;
}

/** TypeScript knows it as a part of browsers alone. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/**
 * Takes JavaScript and TypeScript apart, with JSX, without parsing: comments, strings, templates, regular expressions and
 * elements are told from code. Where that takes more than a look at the tokens before, it gives up.
 *
 * It runs as WebAssembly, made from assembly/: what reads each byte of a few megabytes once is over before V8 has made
 * JavaScript fast, and takes four times as long.
 */
export class Tokenizer {
  readonly tokens: Tokens;
  readonly #machine: Machine;

  constructor() {
    const module = new WebAssembly.Module(Buffer.from(MACHINE, 'base64'));
    this.#machine = new WebAssembly.Instance(module, { env: { abort: () => undefined } }).exports as Machine;
    this.tokens = new Tokens(this.#machine);
  }

  /**
   * @param bytes UTF-8 @param length how much of them is the text
   * @param hasJsx whether `<` may begin an element
   */
  open(bytes: Uint8Array, length: number, hasJsx: boolean): void {
    const { memory, TEXT } = this.#machine;
    const needed = TEXT.value + length + END.times;
    const missing = needed - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const room = new Uint8Array(memory.buffer, TEXT.value, length + END.times);
    room.set(length === bytes.length ? bytes : bytes.subarray(0, length));
    room.fill(END.byte, length);
    this.#machine.open(length, hasJsx);
    this.tokens.clear(length);
  }

  /**
   * Goes on to the end of the statement on the top level that holds `until`, and a little further.
   * @throws {Doubt}
   */
  readTo(until: number): void {
    const doubt = this.#machine.readTo(until);
    this.tokens.count = this.#machine.count();
    if (doubt > 0) throw new Doubt(REASONS[doubt]);
  }
}
