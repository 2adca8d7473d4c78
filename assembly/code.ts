// Names and punctuators.
import { Doubt, Inside, Kind, Operator } from './kinds';
import { isExpressionNext } from './before';
import { isElement, openElement } from './elements';
import { readNumber, readSlash, readString, readTemplate } from './literals';
import { byteAt, partAt } from './memory';
import {
  add,
  addHere,
  at,
  codeOf,
  count,
  depth,
  doubt,
  enter,
  goTo,
  hasJsx,
  innermost,
  leave,
  length,
  opener,
  pair,
  refuse,
} from './state';
import { declaresVariable } from './words';

/** Goes on as long as there are names and white space, and over what comes then. */
export function readCode(): void {
  let next = at;
  for (;;) {
    while (next < length && byteAt(next) <= 32) next++;
    if (next >= length) break;
    if ((partAt(next) & 1) == 0) {
      goTo(next);
      readOther(byteAt(next));
      return;
    }
    const start = next;
    let all = 0;
    while (next < length && partAt(next) != 0) all |= byteAt(next++);
    if (all > 127 || byteAt(next) == 92 /* \ */) {
      refuse(Doubt.letters);
      return;
    }
    add(Kind.name, 0, start, next);
  }
  goTo(next);
}

function readOther(code: i32): void {
  if (code >= 48 && code <= 57) readNumber();
  else if (code == 34 || code == 39) readString(code);
  else if (code == 96) readTemplate(at);
  else if (code == 47) readSlash();
  else readPunctuator(code);
}

function readPunctuator(code: i32): void {
  const next = byteAt(at + 1);
  if (code == 40 || code == 91 || code == 123) enter(Inside.bracket, addHere(code, 1));
  else if (code == 41 || code == 93 || code == 125) close(code);
  else if (code == 44 || code == 58 || code == 59) addHere(code, 1);
  else if (code == 46) readDot(next);
  else if (code == 60) readLess(next);
  else if (code == 61) readEquals(next);
  else if (code == 63 && next == 63) addHere(Operator.nullish, 2);
  else if (code == 63 && next == 46 && !isDigit(byteAt(at + 2))) addHere(Operator.optional, 2);
  else if ((code == 43 || code == 45) && next == code) addHere(Operator.increment, 2);
  else addHere(code, 1);
}

function isDigit(code: i32): bool {
  return code >= 48 && code <= 57;
}

function readDot(next: i32): void {
  if (next == 46 && byteAt(at + 2) == 46) addHere(Operator.dots, 3);
  else if (isDigit(next)) readNumber();
  else addHere(46, 1);
}

function readLess(next: i32): void {
  if (next == 60 && byteAt(at + 2) == 60) refuse(Doubt.conflict);
  else if (hasJsx && isExpressionNext() && isElement()) {
    if (doubt == 0) openElement();
  } else addHere(60, 1);
}

function readEquals(next: i32): void {
  if (declaresVariable(count - 1)) refuse(Doubt.nameless);
  else if (next == 62) addHere(Operator.arrow, 2);
  else if (next == 61) addHere(Operator.equals, byteAt(at + 2) == 61 ? 3 : 2);
  else addHere(61, 1);
}

function close(code: i32): void {
  if (depth == 0) {
    refuse(Doubt.unopened);
    return;
  }
  const inside = innermost();
  const open = opener();
  leave();
  if (inside == Inside.template) {
    if (code == 125) readTemplate(at);
    else refuse(Doubt.unopened);
    return;
  }
  const opened = codeOf(open) == Operator.expression ? 123 : codeOf(open);
  const mate = code == 41 ? 40 : code == 93 ? 91 : 123;
  if (opened != mate) refuse(Doubt.unopened);
  else pair(addHere(code, 1), open);
}
