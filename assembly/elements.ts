// JSX: elements, their attributes and children.
import { Doubt, Inside, Kind, Operator } from './kinds';
import { byteAt, partAt, startsName } from './memory';
import { skipComment, skipLine } from './literals';
import { add, addHere, at, doubt, enter, goTo, leave, length, refuse } from './state';
import { spellsConst, spellsExtends } from './words';

const SPACE: i32 = 32;
const LESS: i32 = 60;
const EQUALS: i32 = 61;
const GREATER: i32 = 62;
const SLASH: i32 = 47;
const OPEN_BRACE: i32 = 123;

/** Whether `<` opens an element: it does not where type parameters follow. */
export function isElement(): bool {
  let next = at + 1;
  if (byteAt(next) == GREATER) return true;
  if (!startsName(byteAt(next))) return false;
  while (partAt(next) != 0) next++;
  const end = next;
  while (byteAt(next) <= SPACE) next++;
  const code = byteAt(next);
  if (code == 44 /* , */) return false;
  if (code == EQUALS) {
    refuse(Doubt.defaultType);
    return false;
  }
  if (next > end && spellsExtends(next)) {
    next += 7;
    while (byteAt(next) <= SPACE) next++;
    const behind = byteAt(next);
    return behind == EQUALS || behind == GREATER || behind == SLASH;
  }
  return !(end - at == 6 && next > end && spellsConst(at + 1));
}

export function openElement(): void {
  goTo(at + 1);
  if (byteAt(at) == GREATER) {
    goTo(at + 1);
    enter(Inside.children, -1);
    return;
  }
  readName(Kind.tag);
  if (byteAt(at) == LESS) refuse(Doubt.elementTypes);
  enter(Inside.tag, -1);
}

/** `Foo`, `foo-bar`, `Foo.Bar`, `a:b`: of a member, the first name alone is a token, and the dot behind it. */
function readName(kind: i32): void {
  const start = at;
  let end = endOfName(start);
  if (end == start) {
    refuse(Doubt.elementName);
    return;
  }
  add(kind, 0, start, end);
  goTo(end);
  if (byteAt(end) != 46 /* . */) return;
  addHere(46, 1);
  end = at;
  while (end < length && (partAt(end) != 0 || byteAt(end) == 46)) end++;
  goTo(end);
}

/** Names of elements and attributes may hold `-` and `:`. */
function endOfName(start: i32): i32 {
  let end = start;
  while (end < length && (partAt(end) != 0 || byteAt(end) == 45 || byteAt(end) == 58)) end++;
  return end;
}

function skipSpace(start: i32): i32 {
  let next = start;
  while (next < length && byteAt(next) <= SPACE) next++;
  return next;
}

export function readTag(): void {
  goTo(skipSpace(at));
  if (at >= length) {
    refuse(Doubt.tag);
    return;
  }
  const code = byteAt(at);
  if (code == GREATER) {
    goTo(at + 1);
    leave();
    enter(Inside.children, -1);
  } else if (code == SLASH) {
    const next = byteAt(at + 1);
    if (next == SLASH) skipLine();
    else if (next == 42 /* * */) skipComment();
    else if (next == GREATER) endElement(2);
    else refuse(Doubt.slashInTag);
  } else if (code == OPEN_BRACE) enter(Inside.expression, addHere(Operator.expression, 1));
  else if (code == EQUALS) readValue();
  else if (startsName(code)) {
    const end = endOfName(at);
    add(Kind.attribute, 0, at, end);
    goTo(end);
  } else refuse(Doubt.attribute);
}

function readValue(): void {
  goTo(skipSpace(at + 1));
  const quote = byteAt(at);
  if (quote == OPEN_BRACE) return;
  if (quote == LESS) {
    openElement();
    return;
  }
  if (quote != 34 && quote != 39) {
    refuse(Doubt.attributeValue);
    return;
  }
  let end = at + 1;
  while (end < length && byteAt(end) != quote) end++;
  if (end >= length) {
    refuse(Doubt.string);
    return;
  }
  add(Kind.attributeString, 0, at, end + 1);
  goTo(end + 1);
}

export function readChildren(): void {
  let next = at;
  for (; next < length; next++) {
    const code = byteAt(next);
    if (code == LESS || code == OPEN_BRACE) break;
    if (code == 125 /* } */ || code == GREATER) {
      refuse(Doubt.bracketInText);
      return;
    }
  }
  goTo(next);
  if (next >= length) refuse(Doubt.element);
  else if (byteAt(next) == OPEN_BRACE) enter(Inside.expression, addHere(Operator.expression, 1));
  else if (byteAt(next + 1) == SLASH) closeElement();
  else openElement();
}

function closeElement(): void {
  goTo(at + 2);
  if (byteAt(at) != GREATER) readName(Kind.closingTag);
  if (doubt != 0) return;
  goTo(skipSpace(at));
  if (byteAt(at) != GREATER) refuse(Doubt.closingTag);
  else endElement(1);
}

function endElement(size: i32): void {
  add(Kind.elementEnd, 0, at, at + size);
  goTo(at + size);
  leave();
}
