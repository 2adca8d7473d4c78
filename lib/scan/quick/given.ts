import { Doubt, KIND, OPERATOR } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';

const [OPEN, COMMA, OPEN_BRACE] = [40, 44, 123];

/**
 * The names that a call gives whole: `options` of `f(req, options)`, of `f(options())` and of `f({ ...options })`.
 * @param callee the token of what is called
 * @throws {Doubt} where an argument is more than that
 */
export function givenAsOptions(tokens: Tokens, callee: number): string[] {
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
