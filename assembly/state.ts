// How far the text is read, what it is in the middle of there, and the tokens so far.
import { CODES, ENDS, INSIDES, KINDS, MATES, MOST_INSIDES, MOST_TOKENS, OPENERS, STARTS, byteAt } from './memory';
import { Doubt, Kind } from './kinds';

export let at: i32 = 0;
export let length: i32 = 0;
export let hasJsx: bool = false;
export let count: i32 = 0;
export let depth: i32 = 0;
/** Why the text is not taken apart; 0 as long as it is. */
export let doubt: i32 = 0;

export function begin(size: i32, jsx: bool): void {
  at = byteAt(0) == 0xef && byteAt(1) == 0xbb && byteAt(2) == 0xbf ? 3 : 0;
  length = size;
  hasJsx = jsx;
  count = 0;
  depth = 0;
  doubt = 0;
}

export function goTo(offset: i32): void {
  at = offset;
}

/** Gives up. The first reason counts. */
export function refuse(why: i32): void {
  if (doubt == 0) doubt = why;
}

export function add(kind: i32, code: i32, start: i32, end: i32): i32 {
  const index = count;
  if (index == MOST_TOKENS) {
    refuse(Doubt.tooMany);
    return 0;
  }
  count = index + 1;
  store<u8>(KINDS + index, kind);
  store<u8>(CODES + index, code);
  store<i32>(STARTS + (index << 2), start);
  store<i32>(ENDS + (index << 2), end);
  store<i32>(MATES + (index << 2), -1);
  return index;
}

/** A punctuator from here on. */
export function addHere(code: i32, size: i32): i32 {
  const token = add(Kind.punctuator, code, at, at + size);
  at += size;
  return token;
}

export function enter(inside: i32, opener: i32): void {
  if (depth == MOST_INSIDES) {
    refuse(Doubt.tooDeep);
    return;
  }
  store<u8>(INSIDES + depth, inside);
  store<i32>(OPENERS + (depth << 2), opener);
  depth++;
}

export function leave(): void {
  depth--;
}

export function innermost(): i32 {
  return load<u8>(INSIDES + depth - 1);
}

export function opener(): i32 {
  return load<i32>(OPENERS + ((depth - 1) << 2));
}

export function pair(one: i32, other: i32): void {
  store<i32>(MATES + (one << 2), other);
  store<i32>(MATES + (other << 2), one);
}

export function kindOf(index: i32): i32 {
  return load<u8>(KINDS + index);
}

export function codeOf(index: i32): i32 {
  return load<u8>(CODES + index);
}

export function startOf(index: i32): i32 {
  return load<i32>(STARTS + (index << 2));
}

export function endOf(index: i32): i32 {
  return load<i32>(ENDS + (index << 2));
}

export function mateOf(index: i32): i32 {
  return load<i32>(MATES + (index << 2));
}

/** Whether a token is that punctuator. */
export function is(index: i32, code: i32): bool {
  return index >= 0 && kindOf(index) == Kind.punctuator && codeOf(index) == code;
}
