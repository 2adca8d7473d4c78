import { join, dirname } from 'node:path';
import { enclosing } from '../../ast/tokens/around.js';
import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { cookieIn, endpointIn, isRoutePath, isVariable } from '../../authjs/leftovers.js';
import type { MentionSite } from '../sites.js';
import { importedBy, type ModuleString } from './module-strings.js';

const [COMMA, COLON, DOT, OPEN_BRACKET, OPEN_BRACE, CLOSE_BRACE, EQUALS, SEMICOLON] = [
  44, 58, 46, 91, 123, 125, 61, 59,
];

/** What a token names of Auth.js besides modules: an address, a cookie, a variable. Offsets are of bytes. @throws {Doubt} */
export function mentionsIn(tokens: Tokens, index: number): readonly MentionSite[] {
  const [start, end] = [tokens.starts[index]!, tokens.ends[index]!];
  const kind = tokens.kinds[index];
  const text = tokens.text(index);
  if (kind === KIND.name)
    return isVariable(text) && isKey(tokens, index) ? [{ kind: 'variable', symbol: text, start, end }] : [];
  const isAttribute = kind === KIND.attributeString;
  if (!isAttribute && kind !== KIND.string && kind !== KIND.template && kind !== KIND.part) return [];
  const value = text.slice(1, kind === KIND.part && text.endsWith('${') ? -2 : -1);
  const [address, cookie] = [endpointIn(value), cookieIn(value)];
  const isName = isVariable(value);
  const hits = Number(isName) + Number(address !== undefined) + Number(cookie !== undefined);
  if (hits === 0) return [];
  if (isAttribute ? value.includes('&') : value.includes('\\')) throw new Doubt('an escape');
  return [
    ...(isName ? [{ kind: 'variable', symbol: value, start, end } as const] : []),
    ...(address === undefined ? [] : [{ kind: 'address', symbol: address, start, end } as const]),
    ...(cookie === undefined ? [] : [{ kind: 'cookie', symbol: cookie, start, end } as const]),
  ];
}

/** Whether a name is that of a member: `env.X`, `{ X: 1 }`. */
function isKey(tokens: Tokens, index: number): boolean {
  const [before, after] = [index - 1, index + 1];
  if (tokens.is(before, DOT) || tokens.is(before, OPERATOR.optional)) return true;
  if (tokens.is(before, OPEN_BRACKET)) throw new Doubt('a member, or an item');
  if (!tokens.is(enclosing(tokens, index), OPEN_BRACE)) return false;
  const mayBeKey =
    tokens.kinds[before] !== KIND.punctuator ||
    [OPEN_BRACE, COMMA, SEMICOLON, CLOSE_BRACE].includes(tokens.codes[before]!);
  if (!mayBeKey) return false;
  if (tokens.is(after, COLON)) return true;
  const isAlone = [COMMA, CLOSE_BRACE, EQUALS].some((code) => tokens.is(after, code));
  if (isAlone && (tokens.is(before, OPEN_BRACE) || tokens.is(before, COMMA))) {
    const open = enclosing(tokens, index);
    const isValue = tokens.kinds[open - 1] === KIND.punctuator || tokens.isName(open - 1, 'return');
    const isPattern = ['const', 'let', 'var'].some((word) => tokens.isName(open - 1, word));
    if (!isValue && !isPattern) throw new Doubt('a member, or a name');
    return true;
  }
  if (
    tokens.is(after, EQUALS) ||
    tokens.kinds[after] !== KIND.punctuator ||
    tokens.is(after, 40) ||
    tokens.is(after, 63)
  )
    throw new Doubt('a member, or a name');
  return false;
}

/** A test that loads Auth.js's own route tests what goes with it. */
export function routeIn(tokens: Tokens, module: ModuleString, path: string): MentionSite[] {
  const { form, source, string } = module;
  if (!source.includes('nextauth') && !(source.startsWith('.') && path.includes('nextauth'))) return [];
  const target = source.startsWith('.') ? join(dirname(path), source).replaceAll('\\', '/') : source;
  if (!isRoutePath(target)) return [];
  const names = importedBy(tokens, module);
  const takes =
    form === 'import'
      ? names.length > 0 && names.every(({ name }) => /^(?:default|GET|POST)$/.test(name))
      : form === 'dynamic-import' || form === 'require';
  return takes ? [{ kind: 'address', symbol: source, start: tokens.starts[string]!, end: tokens.ends[string]! }] : [];
}
