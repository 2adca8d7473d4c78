import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';

const [OPEN, CLOSE, COLON, SEMICOLON, EQUALS, COMMA, LESS, GREATER, STAR] = [40, 41, 58, 59, 61, 44, 60, 62, 42];
const [OPEN_BRACE, CLOSE_BRACE, CLOSE_BRACKET] = [123, 125, 93];

/** From a token to the one behind the last. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A variable or function on the top level of a file. */
export interface Declared {
  /** undefined for a pattern */
  readonly name: string | undefined;
  readonly token: number;
  /** Of the variable, or of what the function gives back. */
  readonly type: Range | undefined;
  readonly isFunction: boolean;
  /** Where its value begins; of a function, its parameters. */
  readonly value: number;
  readonly end: number;
}

export interface TopLevel {
  readonly declared: readonly Declared[];
  /** The names that are exported, and by which. */
  readonly exported: readonly { local: string; name: string }[];
  /** What stands behind `export default`. */
  readonly defaults: readonly (Range & { isFunction: boolean; type: Range | undefined })[];
  /** The braces of `export { … }`. */
  readonly clauses: readonly { start: number; close: number }[];
}

const VARIABLE = ['const', 'let', 'var'];
const MARKS = [...VARIABLE, 'function', 'class', 'export', 'import', 'interface', 'enum', 'declare', 'type', 'async'];

/** Words that no statement ends with. */
const GOES_ON = /^(?:export|default|declare|async|abstract|const|typeof|new|type|return|as|import)$/;

/** The declarations and exports of a file. @throws {Doubt} where one is of another form */
export function topLevelOf(tokens: Tokens): TopLevel {
  const declared: Declared[] = [];
  const exported: { local: string; name: string }[] = [];
  const defaults: TopLevel['defaults'][number][] = [];
  const clauses: { start: number; close: number }[] = [];
  const marks = marksIn(tokens);
  for (const [place, mark] of marks.entries()) {
    const end = marks[place + 1] ?? tokens.count;
    const isExport = tokens.isName(mark, 'export');
    let at = isExport ? mark + 1 : mark;
    if (isExport && tokens.isName(at, 'default')) {
      const first = at + 1;
      const from = tokens.isName(first, 'async') ? first + 1 : first;
      const isFunction = tokens.isName(from, 'function') || isArrow(tokens, from);
      defaults.push({ start: first, end, isFunction, type: isFunction ? returnType(tokens, from, end) : undefined });
      continue;
    }
    if (isExport && tokens.isName(at, 'type') && tokens.is(at + 1, OPEN_BRACE)) at += 1;
    if (isExport && tokens.is(at, OPEN_BRACE)) {
      const close = tokens.mates[at]!;
      if (!tokens.isName(close + 1, 'from')) exported.push(...specifiersIn(tokens, at + 1, close));
      clauses.push({ start: at, close });
      continue;
    }
    if (isExport && !tokens.is(at, STAR) && tokens.kinds[at] !== KIND.name)
      throw new Doubt('an export of another form');
    if (tokens.isName(at, 'declare')) continue;
    if (tokens.isName(at, 'async')) at += 1;
    const isVariable = VARIABLE.some((word) => tokens.isName(at, word)) && !tokens.isName(at + 1, 'enum');
    if (!isVariable && !tokens.isName(at, 'function')) continue;
    const found = isVariable ? variableAt(tokens, at + 1, end) : functionAt(tokens, at + 1, end);
    declared.push(found);
    if (!isExport) continue;
    if (found.name === undefined) throw new Doubt('a pattern that is exported');
    exported.push({ local: found.name, name: found.name });
  }
  return { declared, exported, defaults, clauses };
}

/** The words on the top level with which declarations begin, in order; each counts once: `export` of `export const`. */
function marksIn(tokens: Tokens): number[] {
  const found: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.isName(at, 'module') && tokens.isName(at + 2, 'exports')) throw new Doubt('CommonJS');
    if (tokens.kinds[at] === KIND.name && MARKS.some((word) => tokens.isName(at, word)) && beginsStatement(tokens, at))
      found.push(at);
    const mate = tokens.mates[at]!;
    if (mate > at) at = mate;
  }
  return found;
}

/** Whether a word stands where a statement may begin: not behind an operator, a dot or another word of its declaration. */
function beginsStatement(tokens: Tokens, at: number): boolean {
  const before = at - 1;
  if (before < 0) return true;
  const kind = tokens.kinds[before];
  if (kind === KIND.name) return !GOES_ON.test(tokens.text(before));
  if (kind !== KIND.punctuator) return true;
  return (
    tokens.is(before, SEMICOLON) || [CLOSE, CLOSE_BRACE, CLOSE_BRACKET, GREATER].some((code) => tokens.is(before, code))
  );
}

function variableAt(tokens: Tokens, at: number, end: number): Declared {
  if (tokens.kinds[at] !== KIND.name) {
    const close = tokens.mates[at]!;
    if (close < at) throw new Doubt('a declaration of another form');
    return { name: undefined, token: at, type: undefined, isFunction: false, value: close + 1, end };
  }
  const name = tokens.text(at);
  const equals = next(tokens, at + 1, end, EQUALS);
  for (let each = at + 1; each < end; each = skip(tokens, each))
    if (tokens.is(each, COMMA) && [EQUALS, COLON, COMMA, SEMICOLON].some((code) => tokens.is(each + 2, code)))
      throw new Doubt('more than one variable');
  const typed = tokens.is(at + 1, COLON) ? { start: at + 2, end: equals } : undefined;
  const value = equals + 1;
  const from = tokens.isName(value, 'async') ? value + 1 : value;
  const isFunction = tokens.isName(from, 'function') || isArrow(tokens, from);
  const type = typed ?? (isFunction ? returnType(tokens, from, end) : undefined);
  return { name, token: at, type, isFunction, value, end };
}

function functionAt(tokens: Tokens, at: number, end: number): Declared {
  const token = tokens.is(at, STAR) ? at + 1 : at;
  return {
    name: tokens.text(token),
    token,
    type: returnType(tokens, token, end),
    isFunction: true,
    value: token + 1,
    end,
  };
}

/** Whether `(…) =>`, `(…): T =>`, `<T>(…) =>` or `x =>` begins at a token. */
function isArrow(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === KIND.name) return tokens.is(at + 1, OPERATOR.arrow);
  if (tokens.is(at, LESS)) return true;
  if (!tokens.is(at, OPEN)) return false;
  const behind = tokens.mates[at]! + 1;
  return tokens.is(behind, OPERATOR.arrow) || tokens.is(behind, COLON);
}

/** The type behind a function's parameters. */
function returnType(tokens: Tokens, at: number, end: number): Range | undefined {
  const open = next(tokens, at, end, OPEN);
  const colon = open < end ? tokens.mates[open]! + 1 : end;
  if (!tokens.is(colon, COLON)) return undefined;
  let last = colon + 1;
  while (last < end && !tokens.is(last, OPERATOR.arrow) && !tokens.is(last, OPEN_BRACE)) last = skip(tokens, last);
  // `Promise<{ … }>`: a brace that begins no body
  if (tokens.is(last, OPEN_BRACE) && !tokens.is(last - 1, GREATER) && tokens.kinds[last - 1] !== KIND.name)
    return { start: colon + 1, end };
  return { start: colon + 1, end: last };
}

/** The next token outside of brackets with a code; the end where there is none. */
function next(tokens: Tokens, start: number, end: number, code: number): number {
  for (let at = start; at < end; at = skip(tokens, at)) if (tokens.is(at, code)) return at;
  return end;
}

/** The token behind this one, or behind the brackets that it opens. */
const skip = (tokens: Tokens, at: number): number => (tokens.mates[at]! > at ? tokens.mates[at]! + 1 : at + 1);

/** `a`, `a as b` and `type a` of an export. */
function specifiersIn(tokens: Tokens, start: number, close: number): { local: string; name: string }[] {
  const found: { local: string; name: string }[] = [];
  for (let at = start; at < close; at++) {
    let end = at;
    while (end < close && !tokens.is(end, COMMA)) end++;
    const words = Array.from({ length: end - at }, (_, index) => tokens.text(at + index));
    const [local, as, name] = words[0] === 'type' && words.length % 2 === 0 ? words.slice(1) : words;
    if (local === undefined || words.length > 4 || (as !== undefined && as !== 'as'))
      throw new Doubt('what stands in these braces is no name');
    found.push({ local, name: name ?? local });
    at = end;
  }
  return found;
}
