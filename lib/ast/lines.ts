import type { Span } from './tree.js';

/** Turns offsets into lines and columns, 1-based, columns in UTF-16 units. */
export class Lines {
  readonly #starts: number[] = [0];

  /** @param until the last offset that will be asked about */
  constructor(text: string, until = text.length) {
    for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
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
  if (!startsItsLine(text, span.start)) return withSpacesBefore(text, span); // other code before it on the line
  const rest = /^[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(?:\r?\n|$)/.exec(lineFrom(text, span.end));
  if (!rest) return { start: span.start, end: span.end + /^[ \t]*/.exec(lineFrom(text, span.end))![0].length };
  let start = withDirectivesAbove(text, span.start);
  let end = span.end + rest[0].length;
  if (start > 0 && !rest[0].endsWith('\n')) return { start: endOfLineAbove(text, start), end }; // a file that ends without a line break
  // What would leave an empty line at the top of the file or of a block, at a block's end, or two in a row, takes it along.
  const above = text.slice(Math.max(0, start - 200), start);
  const emptyBelow = /^[ \t]*\r?\n/.exec(lineFrom(text, end));
  const emptyAbove = /\n[ \t]*\r?\n$/.exec(above);
  if (emptyBelow && (start === 0 || emptyAbove || /[{([]\r?\n$/.test(above))) end += emptyBelow[0].length;
  else if (emptyAbove && /^[ \t]*[})\]]/.test(lineFrom(text, end))) start -= emptyAbove[0].length - 1;
  return { start, end };
}

/** The start of the line on which `offset` stands, or of the comments above it that speak of that line alone. */
export function withDirectivesAbove(text: string, offset: number): number {
  let start = startOfLine(text, offset);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!ABOUT_NEXT_LINE.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function withSpacesBefore(text: string, { start, end }: Span): Span {
  let at = start;
  while (at > 0 && /[ \t]/.test(text[at - 1]!)) at -= 1;
  return { start: at, end };
}

const endOfLineAbove = (text: string, start: number): number => start - (text[start - 2] === '\r' ? 2 : 1);

/** The rest of the line from `offset`, with its line break. */
const lineFrom = (text: string, offset: number): string => text.slice(offset, endOfLine(text, offset) + 1);

/** The offset behind the last line break before `offset`. */
export const startOfLine = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

export function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** Whether nothing but white space stands before the offset on its line. */
export function startsItsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(startOfLine(text, offset), offset));
}

/** A list item together with the comma and white space that part it from its neighbours, so that what remains is a list. */
export function listItem(text: string, items: readonly Span[], index: number): Span {
  const item = items[index]!;
  const [previous, next] = [items[index - 1], items[index + 1]];
  if (next) return { start: item.start, end: next.start };
  if (previous) return { start: previous.end, end: item.end };
  return item;
}
