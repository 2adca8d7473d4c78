import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { isMockCall } from '../mock-calls.js';
import type { ModuleForm } from '../sites.js';
import { readExportClause, readImportClause, type Imported } from './clauses.js';

/** A string that names a module, as the tokens around it say. Offsets are of bytes. */
export interface ModuleString {
  readonly form: ModuleForm;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** The tokens of the declaration, from its keyword to its string, where it is one. */
  readonly first: number;
  readonly string: number;
}

const [OPEN, DOT, COMMA, SEMICOLON, STAR, OPEN_BRACE, CLOSE_BRACE, LESS, GREATER, EQUALS, COLON] = [
  40, 46, 44, 59, 42, 123, 125, 60, 62, 61, 58,
];

const isString = (kind: number | undefined): boolean => kind === KIND.string || kind === KIND.template;

/** What the string of a token holds. @throws {Doubt} where something in it is escaped */
export function valueOf(tokens: Tokens, string: number): string {
  const text = tokens.slice(tokens.starts[string]! + 1, tokens.ends[string]! - 1);
  if (text.includes('\\')) throw new Doubt('an escape');
  return text;
}

/** The module that a string names; undefined where it names none. */
export function moduleStringAt(tokens: Tokens, string: number): ModuleString | undefined {
  if (!isString(tokens.kinds[string]) || string === 0) return undefined;
  const before = string - 1;
  const kind = tokens.kinds[before];
  if (kind === KIND.name) return declarationOf(tokens, string);
  return tokens.is(before, OPEN) ? callOf(tokens, string) : undefined;
}

/** All module strings of a file. */
export function modulesIn(tokens: Tokens): ModuleString[] {
  const found: ModuleString[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index];
    const module = kind === KIND.string || kind === KIND.template ? moduleStringAt(tokens, index) : undefined;
    if (module) found.push(module);
  }
  return found;
}

/** The module strings at some offsets. */
export function modulesAt(tokens: Tokens, offsets: readonly number[]): ModuleString[] {
  const strings = new Set(offsets.map((offset) => tokens.around(offset)));
  return [...strings].flatMap((string) => (string < 0 ? [] : (moduleStringAt(tokens, string) ?? [])));
}

/** `import … from 'x'`, `import 'x'`, `export … from 'x'`, `declare module 'x' { … }` */
function declarationOf(tokens: Tokens, string: number): ModuleString | undefined {
  const before = string - 1;
  if (tokens.is(before - 1, DOT)) return undefined;
  if (tokens.isName(before, 'import')) return whole(tokens, 'import', before, string);
  if (tokens.isName(before, 'module')) {
    if (!tokens.isName(before - 1, 'declare')) throw new Doubt('a module, or a name');
    const close = tokens.is(string + 1, OPEN_BRACE) ? tokens.mates[string + 1]! : string;
    if (close < 0) throw new Doubt('a module without an end');
    const module = { form: 'augmentation', source: valueOf(tokens, string), first: before - 1, string } as const;
    return { ...module, start: tokens.starts[before - 1]!, end: endAt(tokens, close) };
  }
  if (!tokens.isName(before, 'from')) return undefined;
  let first = before - 1;
  for (; first >= 0; first--) {
    if (tokens.is(first, CLOSE_BRACE)) first = tokens.mates[first]!;
    else if (tokens.isName(first, 'import') || tokens.isName(first, 'export')) break;
    else if (tokens.kinds[first] !== KIND.name && !tokens.is(first, STAR) && !tokens.is(first, COMMA)) return undefined;
  }
  if (first < 0) return undefined;
  if (tokens.isName(first, 'import')) return whole(tokens, 'import', first, string);
  const star = tokens.isName(first + 1, 'type') ? first + 2 : first + 1;
  return whole(tokens, tokens.is(star, STAR) ? 'export-all' : 'export-from', first, string);
}

function whole(tokens: Tokens, form: ModuleForm, first: number, string: number): ModuleString {
  if ((tokens.isName(string + 1, 'with') || tokens.isName(string + 1, 'assert')) && tokens.is(string + 2, OPEN_BRACE))
    throw new Doubt('import attributes');
  return {
    form,
    source: valueOf(tokens, string),
    start: tokens.starts[first]!,
    end: endAt(tokens, string),
    first,
    string,
  };
}

/** The end of a statement whose last token this is. */
const endAt = (tokens: Tokens, last: number): number =>
  tokens.is(last + 1, SEMICOLON) && !tokens.is(last, CLOSE_BRACE) ? tokens.ends[last + 1]! : tokens.ends[last]!;

/** `import('x')`, `require('x')`, `vi.mock('x')` and their like. */
function callOf(tokens: Tokens, string: number): ModuleString | undefined {
  const open = string - 1;
  const callee = tokens.is(open - 1, GREATER) ? beforeTypes(tokens, open - 1) : open - 1;
  if (callee < 0 || tokens.kinds[callee] !== KIND.name) return undefined;
  const at = (form: ModuleForm): ModuleString => ({
    form,
    source: valueOf(tokens, string),
    start: tokens.starts[string]!,
    end: tokens.ends[string]!,
    first: callee,
    string,
  });
  const isMember = tokens.is(callee - 1, DOT) || tokens.is(callee - 1, OPERATOR.optional);
  if (isMember) {
    const object = callee - 2;
    const isPlain = tokens.kinds[object] === KIND.name && !tokens.is(object - 1, DOT);
    return isPlain && isMockCall(tokens.text(object), tokens.text(callee)) ? at('mock') : undefined;
  }
  if (tokens.isName(callee, 'import')) return importCall(tokens, callee, at);
  if (!tokens.isName(callee, 'require')) return undefined;
  const isEquals = tokens.is(callee - 1, EQUALS) && ['import', 'type'].some((word) => tokens.isName(callee - 3, word));
  if (isEquals) throw new Doubt('import x = require()');
  return at('require');
}

/** `import('x')` of an expression or of a type, which begin and end at different places. */
function importCall(tokens: Tokens, callee: number, at: (form: ModuleForm) => ModuleString): ModuleString {
  const before = callee - 1;
  const found = at('dynamic-import');
  if (tokens.isName(before, 'typeof')) {
    const close = found.string + 1;
    if (tokens.is(close + 1, DOT) || tokens.is(close + 1, LESS)) throw new Doubt('a part of a module’s type');
    return { ...found, form: 'import-type', start: tokens.starts[callee]!, end: tokens.ends[close]! };
  }
  const isExpression =
    tokens.isName(before, 'await') || tokens.isName(before, 'return') || tokens.is(before, OPERATOR.arrow);
  // `() => import('x')` as a type yields a type.
  if (!isExpression || tokens.is(before - 1, COLON)) throw new Doubt('a module, or its type');
  if (tokens.is(before, OPERATOR.arrow) && tokens.is(found.string + 2, DOT) && !tokens.isName(found.string + 3, 'then'))
    throw new Doubt('a module, or its type');
  return found;
}

/** The token before `<…>`. */
function beforeTypes(tokens: Tokens, greater: number): number {
  let depth = 0;
  for (let at = greater; at > greater - 60 && at >= 0; at--) {
    if (tokens.is(at, GREATER)) depth += 1;
    else if (tokens.is(at, LESS) && --depth === 0) return at - 1;
  }
  return -1;
}

/** The names that an import declares. */
export const importedBy = (tokens: Tokens, { form, first, string }: ModuleString): Imported[] =>
  form === 'import' && first < string - 1 ? readImportClause(tokens, first + 1, string - 1) : [];

/** What `export … from` hands on. */
export const handedOnBy = (tokens: Tokens, { first, string }: ModuleString): string[] =>
  readExportClause(tokens, first + 1, string - 1);
