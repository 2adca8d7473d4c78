/** Text of the app's in Markdown: paths, names, code and messages may hold anything, and must stay what they are. */

/** Text of the app's must not become Markdown or HTML, nor end a table's cell. */
export const escaped = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\|*_`[\]~#@]/g, (character) => (character === '@' ? '&#64;' : `\\${character}`));

/** A code span that holds any text: fenced by more backticks than stand in it. */
export function code(text: string): string {
  const flat = text.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  const longest = longestRun(flat);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${flat}${fence}` : `${fence} ${flat} ${fence}`;
}

/** A block of code that holds any text, for the same reason. */
export function fenced(lines: readonly string[], language = ''): string {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/**
 * What nobody sees, and whoever reads the characters does: control and format characters (of either direction, without a
 * width, tags) are written as their code. A tab stays.
 */
export const visible = (text: string): string =>
  text.replaceAll(/[^\P{C}\t]|[\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
