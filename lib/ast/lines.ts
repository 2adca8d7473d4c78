import type { Span } from './tree.js';

/** Turns offsets into lines and columns, 1-based, columns in UTF-16 units. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}

/** Comments that speak of the line below them and mean nothing, or fail, without it. */
const ABOUT_NEXT_LINE =
  /^[ \t]*(?:\/\/|\/\*)\s*(?:eslint-disable-next-line|oxlint-disable-next-line|biome-ignore|prettier-ignore|@ts-ignore|@ts-expect-error)/;

/** Whether a line is such a comment. */
export const startsWithDirective = (line: string): boolean => ABOUT_NEXT_LINE.test(line);

/**
 * A statement together with its line: the white space around it, a comment behind it on the same line, its line break,
 * and a comment above it that speaks of the next line alone. Other comments above stay.
 */
export function wholeLines(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start -= 1;
  if (start > 0 && text[start - 1] !== '\n') return span; // other code before it on the line
  let end = span.end;
  const rest = /^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end, endOfLine(text, end) + 1));
  if (!rest) return span; // other code behind it
  end += rest[0].length;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!ABOUT_NEXT_LINE.test(text.slice(above, start))) break;
    start = above;
  }
  // What would leave an empty line at the top, or two in a row, takes that empty line along.
  const emptyBelow = /^[ \t]*\r?\n/.exec(text.slice(end, endOfLine(text, end) + 1));
  const emptyAbove = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
  if (emptyBelow && emptyAbove) end += emptyBelow[0].length;
  return { start, end };
}

export function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** Whether nothing but white space stands before the offset on its line. */
export function startsItsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}

/** A list item together with the comma and white space that part it from its neighbours, so that what remains is a list. */
export function listItem(text: string, items: readonly Span[], index: number): Span {
  const item = items[index]!;
  const [previous, next] = [items[index - 1], items[index + 1]];
  if (next) return { start: item.start, end: next.start };
  if (previous) return { start: previous.end, end: item.end };
  return item;
}
