import { Doubt, KIND } from '../../ast/tokens/kinds.js';
import type { Tokens } from '../../ast/tokens/tokens.js';

/** A name that an import declares, and what it is called in its module: `default`, or `*` for all of it. */
export interface Imported {
  readonly local: string;
  readonly name: string;
}

const [COMMA, STAR, OPEN_BRACE, CLOSE_BRACE] = [44, 42, 123, 125];

/** The names of an import's clause. @param end of its `from` */
export function readImportClause(tokens: Tokens, start: number, end: number): Imported[] {
  const found: Imported[] = [];
  // `import type from 'x'` declares a name like any other.
  let at = tokens.isName(start, 'type') && start + 1 < end ? start + 1 : start;
  while (at < end) {
    if (tokens.is(at, COMMA)) at += 1;
    else if (tokens.is(at, STAR)) {
      found.push({ local: tokens.text(at + 2), name: '*' });
      at += 3;
    } else if (tokens.is(at, OPEN_BRACE)) {
      const close = tokens.mates[at]!;
      for (const { name, as } of specifiersIn(tokens, at + 1, close)) found.push({ local: as, name });
      at = close + 1;
    } else if (tokens.kinds[at] === KIND.name) {
      found.push({ local: tokens.text(at), name: 'default' });
      at += 1;
    } else throw new Doubt('what stands in this import is no name');
  }
  return found;
}

/** The names that `export { … } from` takes of its module; none for `export *`. */
export function readExportClause(tokens: Tokens, start: number, end: number): string[] {
  const at = tokens.isName(start, 'type') ? start + 1 : start;
  if (tokens.is(at, STAR)) return at + 1 < end ? ['*'] : [];
  if (!tokens.is(at, OPEN_BRACE)) throw new Doubt('what stands in this export is no name');
  return specifiersIn(tokens, at + 1, tokens.mates[at]!).map(({ name }) => name);
}

function specifiersIn(tokens: Tokens, start: number, close: number): { name: string; as: string }[] {
  const found: { name: string; as: string }[] = [];
  for (let at = start; at < close; at++) {
    let end = at;
    while (end < close && !tokens.is(end, COMMA)) end++;
    const words = Array.from({ length: end - at }, (_, index) => tokens.text(at + index));
    const isType = words[0] === 'type' && words.length % 2 === 0;
    const [name, as, local] = isType ? words.slice(1) : words;
    if (name === undefined || words.length > 4 || (as !== undefined && as !== 'as') || /['"]/.test(words.join('')))
      throw new Doubt('what stands in these braces is no name');
    found.push({ name, as: local ?? name });
    at = end;
  }
  if (tokens.is(close, CLOSE_BRACE)) return found;
  throw new Doubt('braces without an end');
}
