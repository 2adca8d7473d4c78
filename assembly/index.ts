// Takes JavaScript and TypeScript apart, with JSX, without parsing: comments, strings, templates, regular expressions and
// elements are told from code. Where that takes more than a look at the tokens before, it gives up.
import { readCode } from './code';
import { readChildren, readTag } from './elements';
import { Doubt, Inside } from './kinds';
import { skipLine } from './literals';
import { byteAt, fillTables } from './memory';
import * as state from './state';

fillTables();

/** @param length of the text, in bytes of UTF-8 @param hasJsx whether `<` may begin an element */
export function open(length: i32, hasJsx: bool): void {
  state.begin(length, hasJsx);
  if (byteAt(state.at) == 35 /* # */ && byteAt(state.at + 1) == 33 /* ! */) skipLine();
}

/**
 * Goes on to the end of the statement on the top level that holds `until`, and a little further.
 * @returns why it gave up; 0 where it did not
 */
export function readTo(until: i32): i32 {
  let more = 8;
  while (state.at < state.length && state.doubt == 0) {
    if (state.at > until && state.depth == 0 && --more < 0) return 0;
    const inside = state.depth == 0 ? Inside.bracket : state.innermost();
    if (inside == Inside.tag) readTag();
    else if (inside == Inside.children) readChildren();
    else readCode();
  }
  if (state.doubt == 0 && state.depth > 0) state.refuse(Doubt.unclosed);
  return state.doubt;
}

/** How many tokens there are so far. */
export function count(): i32 {
  return state.count;
}

export { CODES, ENDS, KINDS, MATES, MOST_TOKENS, STARTS, TEXT } from './memory';
