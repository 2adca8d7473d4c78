import { diffLines } from 'diff';

/**
 * Where lines of a text are once a formatter has gone over it.
 * @returns a function from a 1-based line of `from` to one of `to`: exact for a line that stayed, and for one inside of what
 * changed the line with as many letters before it
 */
export function movedLines(from: string, to: string): (line: number) => number {
  if (from === to) return (line) => line;
  /** By the 0-based line of `from`. */
  const targets: number[] = [];
  let now = 1;
  const parts = diffLines(from, to);
  for (const [index, part] of parts.entries()) {
    if (part.removed) {
      const next = parts[index + 1];
      const inner = linesOf(next?.added ? next.value : '');
      let letters = 0;
      for (const line of linesOf(part.value)) {
        targets.push(now + lineWith(letters, inner));
        letters += lettersIn(line);
      }
    } else {
      if (!part.added) for (let line = 0; line < part.count; line += 1) targets.push(now + line);
      now += part.count;
    }
  }
  const last = Math.max(1, now - 1);
  return (line) => Math.min(targets[line - 1] ?? last, last);
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** How much of a text is what formatters keep: they change blanks, quotes, brackets, commas and semicolons. */
const lettersIn = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;

/** The 0-based line in which the letter after so many stands. */
function lineWith(letters: number, lines: readonly string[]): number {
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    seen += lettersIn(line);
    if (seen > letters) return index;
  }
  return Math.max(0, lines.length - 1);
}
