import { Doubt, KIND } from './kinds.js';
import type { Tokens } from './tokens.js';

const BACKTICK = 96;
const OPENS = new Set([40, 91, 123]);
const CLOSES = new Set([41, 93, 125]);
const BRACE = 123;

/** What a token stands in that a bracket opens: the bracket's token; -1 for nothing, -2 for a substitution of a template. */
export function enclosing(tokens: Tokens, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const kind = tokens.kinds[at];
    if (kind === KIND.punctuator) {
      if (tokens.mates[at]! >= 0 && tokens.mates[at]! < at) {
        at = tokens.mates[at]!;
      } else if (OPENS.has(tokens.codes[at]!) || tokens.codes[at] === 7) return at;
      else if (CLOSES.has(tokens.codes[at]!)) throw new Doubt('a bracket that nothing opened');
    } else if (kind === KIND.part) {
      if (tokens.bytes[tokens.ends[at]! - 1] === BRACE) return -2;
      at = headOf(tokens, at);
    }
  }
  return -1;
}

/** The first part of the template that ends with this one. */
function headOf(tokens: Tokens, tail: number): number {
  let depth = 1;
  for (let at = tail - 1; at >= 0; at--) {
    if (tokens.kinds[at] !== KIND.part) continue;
    const isHead = tokens.bytes[tokens.starts[at]!] === BACKTICK;
    const isTail = tokens.bytes[tokens.ends[at]! - 1] === BACKTICK;
    if (isTail) depth += 1;
    if (isHead && --depth === 0) return at;
  }
  throw new Doubt('a template that nothing opened');
}
