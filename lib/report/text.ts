/** Small helpers for text that a terminal shows. Strings only. */

/** Counts in words: `1 file`, `2 files`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** One line that can't steer the terminal: paths and messages carry text of the app, and that may hold any character. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === '\t') return ' ';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The lines of a text, each one cleaned, without blank ones at the end. */
export function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map(clean);
}

/** Breaks a line between words at `width`; a word that is longer than that stays whole, and so do leading spaces. */
export function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(/ +/)) {
    if (current === '') current = indent + word;
    else if (current.length + 1 + word.length <= width) current += ` ${word}`;
    else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current];
}

/** `^15.1.3` → `15.1`. A prerelease and what is no version stay as written. */
export function shortVersion(range: string): string {
  const match = /^[\^~>=v\s]*(\d+)(?:\.(\d+))?(?:\.\d+)?(-\S+)?$/.exec(range.trim());
  if (match === null) return clean(range);
  if (match[3] !== undefined) return clean(range.trim().replace(/^[\^~>=v\s]*/, ''));
  return match[2] === undefined ? match[1]! : `${match[1]!}.${match[2]}`;
}

/** `^7.9.17` → `7`. */
export function majorVersion(range: string): string {
  return /^\d+/.exec(shortVersion(range))?.[0] ?? clean(range);
}
