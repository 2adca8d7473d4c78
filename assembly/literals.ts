// Numbers, strings, templates, comments and regular expressions.
import { Doubt, Inside, Kind } from './kinds';
import { byteAt, partAt } from './memory';
import { add, addHere, at, enter, goTo, length, refuse } from './state';
import { isExpressionNext } from './before';

const NEWLINE: i32 = 10;
const BACKTICK: i32 = 96;
const BACKSLASH: i32 = 92;

export function readNumber(): void {
  let end = at;
  while (end < length && (partAt(end) != 0 || byteAt(end) == 46)) end++;
  add(Kind.number, 0, at, end);
  goTo(end);
}

export function readString(quote: i32): void {
  for (let end = at + 1; end < length; end++) {
    const code = byteAt(end);
    if (code == BACKSLASH) end += byteAt(end + 1) == 13 && byteAt(end + 2) == NEWLINE ? 2 : 1;
    else if (code == quote) {
      add(Kind.string, 0, at, end + 1);
      goTo(end + 1);
      return;
    } else if (code == NEWLINE) break;
  }
  refuse(Doubt.string);
}

/** @param start of the backtick, or of the `}` behind which the template goes on */
export function readTemplate(start: i32): void {
  for (let end = start + 1; end < length; end++) {
    const code = byteAt(end);
    if (code == BACKSLASH) end++;
    else if (code == BACKTICK) {
      add(byteAt(start) == BACKTICK ? Kind.template : Kind.part, 0, start, end + 1);
      goTo(end + 1);
      return;
    } else if (code == 36 /* $ */ && byteAt(end + 1) == 123 /* { */) {
      enter(Inside.template, add(Kind.part, 0, start, end + 2));
      goTo(end + 2);
      return;
    }
  }
  refuse(Doubt.template);
}

export function readSlash(): void {
  const next = byteAt(at + 1);
  if (next == 47 /* / */) skipLine();
  else if (next == 42 /* * */) skipComment();
  else if (isExpressionNext()) readRegex();
  else addHere(47, 1);
}

export function skipLine(): void {
  let end = at;
  while (end < length && byteAt(end) != NEWLINE && byteAt(end) != 13) end++;
  goTo(end);
}

export function skipComment(): void {
  for (let end = at + 2; end < length; end++)
    if (byteAt(end) == 42 && byteAt(end + 1) == 47) {
      goTo(end + 2);
      return;
    }
  refuse(Doubt.comment);
}

function readRegex(): void {
  let isClass = false;
  for (let end = at + 1; end < length; end++) {
    const code = byteAt(end);
    if (code == NEWLINE) break;
    if (code == BACKSLASH) end++;
    else if (code == 91 /* [ */) isClass = true;
    else if (code == 93 /* ] */) isClass = false;
    else if (code == 47 /* / */ && !isClass) {
      end++;
      while (end < length && partAt(end) != 0) end++;
      add(Kind.regex, 0, at, end);
      goTo(end);
      return;
    }
  }
  refuse(Doubt.regex);
}
