import type { QuickFacts } from './facts.js';

/** The same with offsets in UTF-16 units behind a byte order mark, where those given are of bytes. */
export function inCharacters(facts: QuickFacts, bytes: Buffer): QuickFacts {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const offsets = new Set([facts.modules, facts.uses, facts.mentions].flat().flatMap(({ start, end }) => [start, end]));
  const known = new Map<number, number>();
  let [at, characters] = [mark, 0];
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    characters += bytes.toString('utf8', at, offset).length;
    at = offset;
    known.set(offset, characters);
  }
  const moved = <Span extends { start: number; end: number }>(spans: readonly Span[]): Span[] =>
    spans.map((span) => ({ ...span, start: known.get(span.start)!, end: known.get(span.end)! }));
  return { ...facts, modules: moved(facts.modules), uses: moved(facts.uses), mentions: moved(facts.mentions) };
}
