import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';
import { takesOptions, type Origin } from '../../authjs/modules.js';
import { importedBy, modulesIn } from './module-strings.js';

const [OPEN, COMMA, OPEN_BRACE] = [40, 44, 123];

/**
 * The names that a call gives whole: `options` of `f(req, options)`, of `f(options())` and of `f({ ...options })`.
 * @param callee the token of what is called
 * @throws {Doubt} where an argument is more than that
 */
function givenAsOptions(tokens: Tokens, callee: number): string[] {
  const open = callee + 1;
  const close = tokens.is(open, OPEN) ? tokens.mates[open]! : -1;
  if (close < 0) throw new Doubt('a call with types, or none');
  const names: string[] = [];
  for (let at = open + 1; at < close;) {
    const first = at;
    for (; at < close && !tokens.is(at, COMMA); at++) if (tokens.mates[at]! > at) at = tokens.mates[at]!;
    names.push(...nameIn(tokens, first, at));
    at += 1;
  }
  return names;
}

/** Of one argument. */
function nameIn(tokens: Tokens, start: number, end: number): string[] {
  const first = tokens.isName(start, 'await') ? start + 1 : start;
  const isName = tokens.kinds[first] === KIND.name;
  if (isName && end === first + 1) return [tokens.text(first)];
  if (isName && tokens.is(first + 1, OPEN) && tokens.mates[first + 1] === end - 1) return [tokens.text(first)];
  if (tokens.is(first, OPEN_BRACE) && tokens.mates[first] === end - 1) return spreadIn(tokens, first, end - 1);
  // `context.req` is no name; what else holds one may be the options in another dress.
  for (let at = first; at < end; at++)
    if (tokens.isName(at, 'as') || tokens.isName(at, 'satisfies') || tokens.is(at, 33)) throw new Doubt('an argument');
  if (tokens.is(first, OPEN)) throw new Doubt('an argument in parentheses');
  return [];
}

function spreadIn(tokens: Tokens, open: number, close: number): string[] {
  const names: string[] = [];
  for (let at = open + 1; at < close; at++) {
    if (tokens.mates[at]! > at) at = tokens.mates[at]!;
    if (!tokens.is(at, OPERATOR.dots)) continue;
    if (tokens.kinds[at + 1] !== KIND.name) throw new Doubt('a spread of more than a name');
    names.push(tokens.text(at + 1));
  }
  return names;
}

/** The names that the file gives to Auth.js as its options: those that it imports, and its own. */
export function givenIn(
  tokens: Tokens,
  uses: readonly { readonly token: number; readonly origin: Origin }[],
): { given: { source: string; name: string }[]; own: string[] } {
  const calls = uses.filter(({ token, origin }) => takesOptions(origin) && tokens.is(token + 1, OPEN));
  if (calls.length === 0) return { given: [], own: [] };
  const imports = new Map(
    modulesIn(tokens).flatMap((module) =>
      importedBy(tokens, module).map(({ local, name }) => [local, { source: module.source, name }] as const),
    ),
  );
  const names = calls.flatMap(({ token }) => givenAsOptions(tokens, token));
  return {
    given: names.flatMap((name) => imports.get(name) ?? []),
    own: names.filter((name) => !imports.has(name)),
  };
}

/** Whether a declaration on the top level has a name, or a pattern there. */
export function isDeclaredAtTop(tokens: Tokens, name: string): boolean {
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.isName(index, name) && tokens.kinds[index - 1] === KIND.name) return true;
    const close = tokens.mates[index]!;
    if (close <= index) continue;
    const isPattern = ['const', 'let', 'var'].some((word) => tokens.isName(index - 1, word));
    if (!isPattern) index = close;
  }
  return false;
}
