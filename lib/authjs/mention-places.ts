/** What each mention holds in small letters, but for its first, and in capitals. */
const LOWER = Buffer.from('uth');
const UPPER = Buffer.from('AUTH_');

/** What a text says of Auth.js, or of what is called after it. */
export interface Mentions {
  /** Where it mentions Auth.js, in order: each place that MENTIONS_AUTHJS matches. */
  readonly places: readonly number[];
  /** What stands in quotes and ends in a name with `auth`, or in a path behind one: a module string, or something else. */
  readonly strings: readonly string[];
}

/**
 * Where a text mentions Auth.js. It looks for what all those words have in common and then around it, which takes a
 * fraction of the time that a pattern takes, and makes no text of bytes that say nothing. A test holds the two against
 * each other.
 * @returns undefined where it says nothing at all
 */
export function mentionsIn(bytes: Buffer): Mentions | undefined {
  let lower = bytes.indexOf(LOWER);
  let upper = bytes.indexOf(UPPER);
  if (lower < 0 && upper < 0) return undefined;
  const places: number[] = [];
  const strings: string[] = [];
  for (; lower >= 0; lower = bytes.indexOf(LOWER, lower + LOWER.length)) {
    const at = lower - 1;
    if (bytes[at] !== LOWER_A && bytes[at] !== UPPER_A) continue;
    const start = bytes[at] === LOWER_A ? lowerStart(bytes, at) : -1;
    if (start >= 0) places.push(start);
    const string = stringAround(bytes, at);
    if (string !== undefined) strings.push(string);
  }
  if (upper < 0) return { places, strings };
  for (; upper >= 0; upper = bytes.indexOf(UPPER, upper + UPPER.length)) {
    const start = upperStart(bytes, upper);
    if (start >= 0) places.push(start);
  }
  return { places: places.sort((a, b) => a - b), strings };
}

const [LOWER_A, UPPER_A, NEWLINE, UNDERSCORE] = [97, 65, 10, 95];
const AROUND: readonly [word: string, before: number][] = [
  ['next-auth', 5],
  ['@auth/', 1],
  ['authjs.', 0],
  ['api/auth/', 4],
  ['.nextauth]', 5],
];

function lowerStart(bytes: Buffer, at: number): number {
  for (const [word, before] of AROUND) if (spells(bytes, at - before, word)) return at - before;
  return -1;
}

function upperStart(bytes: Buffer, at: number): number {
  if (spells(bytes, at - 4, 'NEXTAUTH_')) return at - 4;
  const next = bytes[at + UPPER.length] ?? 0;
  return isWord(bytes[at - 1] ?? 0) || next < 65 || next > 90 ? -1 : at;
}

function spells(bytes: Buffer, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[start + index] !== word.charCodeAt(index)) return false;
  return true;
}

const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === UNDERSCORE;
/** `"`, `'`, `` ` `` */
const isQuote = (code: number | undefined): boolean => code === 34 || code === 39 || code === 96;
/** `.`, `/`, `-`, and the brackets of a route */
const isPath = (code: number): boolean => isWord(code) || (code >= 45 && code <= 47) || code === 91 || code === 93;

/** The string that a name stands in, where nothing but a path follows the name. */
function stringAround(bytes: Buffer, at: number): string | undefined {
  let end = at + 1;
  while (end < bytes.length && isPath(bytes[end]!)) end++;
  if (!isQuote(bytes[end])) return undefined;
  let start = at;
  while (start > 0 && !isQuote(bytes[start - 1]) && bytes[start - 1] !== NEWLINE) start--;
  return isQuote(bytes[start - 1]) ? bytes.toString('utf8', start, end) : undefined;
}
