/** How an app's authors write, read off some of their files: for files that are generated, which have no text of their own. */
export interface HouseStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly indent: string;
  readonly eol: string;
}

const count = (texts: readonly string[], pattern: RegExp): number =>
  texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);

/** Most files decide; where nothing tells, it is Prettier's style. Imports are looked at, which every style writes on lines of their own. */
export function houseStyle(texts: readonly string[]): HouseStyle {
  const ended = count(texts, /^(?:import|export)\b.*\bfrom\s*['"][^'"\n]*['"];\r?$/gm);
  const open = count(texts, /^(?:import|export)\b.*\bfrom\s*['"][^'"\n]*['"]\r?$/gm);
  const tabs = count(texts, /^\t+\S/gm);
  const fours = count(texts, /^ {4}[^\s*]/gm);
  const twos = count(texts, /^ {2}[^\s*]/gm);
  return {
    quote: count(texts, /\bfrom\s*'/g) > count(texts, /\bfrom\s*"/g) ? "'" : '"',
    semicolons: ended >= open,
    indent: tabs > twos + fours ? '\t' : twos === 0 && fours > 0 ? '    ' : '  ',
    eol: count(texts, /\r\n/g) * 2 > count(texts, /\n/g) ? '\r\n' : '\n',
  };
}

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
