// Where things stand in the memory that this module shares with lib/ast/tokens/tokens.ts, in bytes.

/** Most tokens that a text may have; one with more is left to the parser. */
export const MOST_TOKENS: i32 = 1 << 17;
/** The deepest that brackets, templates and elements may stand in one another. */
export const MOST_INSIDES: i32 = 1 << 13;

/** By byte: 1 for what may begin an identifier, 2 for what may go on with it. */
const IDENTIFIER: usize = 0x10000;
/** What the text is in the middle of, the innermost last, and the token that opened each. */
export const INSIDES: usize = 0x11000;
export const OPENERS: usize = 0x14000;
/** The tokens, side by side in arrays. */
export const KINDS: usize = 0x20000;
export const CODES: usize = 0x40000;
export const STARTS: usize = 0x60000;
export const ENDS: usize = 0xe0000;
export const MATES: usize = 0x160000;
/** The text, and behind it a few bytes that no code has. */
export const TEXT: usize = 0x1e0000;

export function fillTables(): void {
  for (let code = 0; code < 256; code++) {
    const isLetter =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code == 36 || code == 95 || code > 127;
    store<u8>(IDENTIFIER + code, isLetter ? 3 : code >= 48 && code <= 57 ? 2 : 0);
  }
}

/** The byte at an offset of the text. */
export function byteAt(offset: i32): i32 {
  return load<u8>(TEXT + offset);
}

/** What of an identifier a byte may be. */
export function partAt(offset: i32): i32 {
  return load<u8>(IDENTIFIER + byteAt(offset));
}

export function startsName(code: i32): bool {
  return (load<u8>(IDENTIFIER + code) & 1) != 0;
}
