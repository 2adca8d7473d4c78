/** How an app's authors write, read off some of their files: for files that are generated, which have no text of their own. */
export interface HouseStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly indent: string;
  readonly eol: string;
}

/** Most files decide; where nothing tells, it is Prettier's style. Imports are looked at, which every style writes on lines of their own. */
export function houseStyle(texts: readonly string[]): HouseStyle {
  const seen: Seen = { ended: 0, open: 0, tabs: 0, twos: 0, fours: 0, single: 0, double: 0, returns: 0, lines: 0 };
  for (const text of texts) {
    countLines(text, seen);
    for (const [, quote] of text.matchAll(/\bfrom\s*(['"])/g)) seen[quote === "'" ? 'single' : 'double'] += 1;
  }
  const { ended, open, tabs, twos, fours } = seen;
  return {
    quote: seen.single > seen.double ? "'" : '"',
    semicolons: ended >= open,
    indent: tabs > twos + fours ? '\t' : twos === 0 && fours > 0 ? '    ' : '  ',
    eol: seen.returns * 2 > seen.lines ? '\r\n' : '\n',
  };
}

type Seen = Record<'ended' | 'open' | 'tabs' | 'twos' | 'fours' | 'single' | 'double' | 'returns' | 'lines', number>;

const IMPORT = /(?:import|export)\b.*\bfrom\s*['"][^'"\n]*['"](;?)\r?$/my;

/** Line by line, each looked at where it begins: the texts may be all of an app's. */
function countLines(text: string, seen: Seen): void {
  for (let start = 0; start < text.length;) {
    const first = text[start];
    if (first === '\t') {
      let at = start + 1;
      while (text[at] === '\t') at += 1;
      if (isCode(text[at])) seen.tabs += 1;
    } else if (first === ' ' && text[start + 1] === ' ') {
      if (text[start + 2] !== '*' && isCode(text[start + 2])) seen.twos += 1;
      else if (text.startsWith('  ', start + 2) && text[start + 4] !== '*' && isCode(text[start + 4])) seen.fours += 1;
    } else if (first === 'i' || first === 'e') {
      IMPORT.lastIndex = start;
      const found = IMPORT.exec(text);
      if (found) seen[found[1] === ';' ? 'ended' : 'open'] += 1;
    }
    const end = text.indexOf('\n', start);
    if (end === -1) return;
    seen.lines += 1;
    if (text[end - 1] === '\r') seen.returns += 1;
    start = end + 1;
  }
}

const isCode = (character: string | undefined): boolean => character !== undefined && !/\s/.test(character);

/**
 * A generated text in that style. It is written with double quotes, semicolons and two spaces, with no quote inside a
 * string, nothing in a template, and no line that would continue the one above once its semicolon is gone.
 */
export function inStyle(text: string, { quote, semicolons, indent, eol }: HouseStyle): string {
  return text
    .split('\n')
    .map((line) => {
      const inner = line.replace(/^(?: {2})+/, (spaces) => indent.repeat(spaces.length / 2));
      if (/^\s*(?:\/\/|\/?\*)/.test(inner)) return inner;
      const quoted = quote === '"' ? inner : inner.replace(/(?<!=)"([^"']*)"/g, "'$1'");
      return semicolons ? quoted : quoted.replace(/;(?=\s*(?:\/\/.*)?$)/, '');
    })
    .join(eol);
}
