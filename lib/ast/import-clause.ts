import type { Edits, Piece } from './edits.js';
import { startsItsLine, startOfLine } from './lines.js';
import { child, childList, type Node, type Span } from './tree.js';
import type { Style } from './style.js';

/** A specifier to add, as it is known when all names are. */
export type NewSpecifier = () => string;

export const isNamed = (specifier: Node): boolean => specifier.type === 'ImportSpecifier';

/** Changes the names of an import that stays: those of `kept` remain, those of `added` come behind them. */
export function editClause(
  declaration: Node,
  kept: readonly Node[],
  added: readonly NewSpecifier[],
  { text, style, edits }: { text: string; style: Style; edits: Edits },
): void {
  const specifiers = childList(declaration, 'specifiers');
  if (kept.length === specifiers.length) append(kept.at(-1)!, added, text, edits);
  else if (kept.some(isNamed) && isWrittenByHand(specifiers, textOf(text, clauseOf(declaration, text)), text)) {
    // A comment belongs to one of the names, so they go one by one.
    for (const specifier of specifiers) if (!kept.includes(specifier)) edits.remove(itemWithComma(text, specifier));
    append(kept.at(-1)!, added, text, edits);
  } else {
    const names = () => added.map((name) => name());
    edits.replace(clauseOf(declaration, text), () => clauseText(declaration, kept, names(), text, style));
  }
}

/** Whether lines of the clause would not be written as they stand: they hold comments, or blanks that no formatter leaves. */
function isWrittenByHand(specifiers: readonly Node[], clause: string, text: string): boolean {
  if (/\/[/*]/.test(clause)) return true;
  // Without a comma behind the last name one would be left behind the name before it.
  const isEachOnItsLine = specifiers.every(({ start }) => startsItsLine(text, start)) && /,\s*\}$/.test(clause);
  return isEachOnItsLine && /[ \t]\r?\n/.test(clause);
}

function append(last: Node, added: readonly NewSpecifier[], text: string, edits: Edits): void {
  const indent = text.slice(startOfLine(text, last.start), last.start);
  const separator = startsItsLine(text, last.start) ? `,\n${indent}` : ', ';
  const pieces: Piece[] = added.flatMap((name) => [separator, name]);
  if (pieces.length > 0) edits.insert(last.end, ...pieces);
}

/** A name with its comma and the white space behind it. */
function itemWithComma(text: string, item: Span): Span {
  const comma = /^\s*,/.exec(text.slice(item.end))?.[0].length ?? 0;
  const end = item.end + comma;
  if (startsItsLine(text, item.start)) {
    const rest = /^[ \t]*(?:\/\/[^\n]*)?\r?\n/.exec(text.slice(end))?.[0];
    if (rest !== undefined) return { start: startOfLine(text, item.start), end: end + rest.length };
  }
  return { start: item.start, end: end + /^[ \t]*/.exec(text.slice(end))![0].length };
}

/** From the first character behind `import` to the last of the specifiers. */
function clauseOf(declaration: Node, text: string): Span {
  const specifiers = childList(declaration, 'specifiers');
  const [first, last] = [specifiers[0]!, specifiers.at(-1)!];
  return {
    start: isNamed(first) ? text.lastIndexOf('{', first.start) : first.start,
    end: isNamed(last) ? text.lastIndexOf('}', child(declaration, 'source')!.start) + 1 : last.end,
  };
}

/** What is left of an import's names, written over several lines where it was. */
function clauseText(
  declaration: Node,
  kept: readonly Node[],
  added: readonly string[],
  text: string,
  style: Style,
): string {
  const outside = kept.filter((node) => !isNamed(node)).map((node) => textOf(text, node));
  const names = [...kept.filter(isNamed).map((node) => textOf(text, node)), ...added];
  if (names.length === 0) return outside.join(', ');
  const old = textOf(text, clauseOf(declaration, text));
  const isLong = old.includes('\n') && names.length > 2;
  const spaced = /\{\s/.test(old) ? ' ' : '';
  const comma = /,\s*\}$/.test(old) ? ',' : '';
  const inner = isLong
    ? `\n${names.map((name) => style.indent + name).join(',\n')}${comma}\n`
    : `${spaced}${names.join(', ')}${spaced}`;
  return [...outside, `{${inner}}`].join(', ');
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);
