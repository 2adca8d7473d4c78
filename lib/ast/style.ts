import { childList, type Node } from './tree.js';

/** How the file's authors write: read off what is there, so that new code looks like theirs. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: '' | ';';
  /** One step of indentation. */
  readonly indent: string;
}

/** Statements that end in a semicolon where the file writes them. */
const ENDS = /^(?:ImportDeclaration|ExpressionStatement|VariableDeclaration|ReturnStatement|ExportAllDeclaration)$/;

/** @param program Babel's or oxc's Program of `text` */
export function styleOf(program: Node, text: string): Style {
  const statements = childList(program, 'body').filter(({ type }) => ENDS.test(type));
  const imports = statements.filter(({ type }) => type === 'ImportDeclaration');
  const ended = (imports.length > 0 ? imports : statements).filter(({ end }) => text[end - 1] === ';').length;
  const total = imports.length > 0 ? imports.length : statements.length;
  const strings = imports.map((node) => text[(node['source'] as Node).start]).join('') || text.replace(/[^'"]/g, '');
  const doubles = strings.split('"').length;
  const singles = strings.split("'").length;
  return {
    quote: doubles > singles ? '"' : "'",
    semicolon: total === 0 || ended * 2 >= total ? ';' : '',
    indent: /^(?:\t| {2}(?! )| {4}(?! ))(?=\S)/m.exec(text)?.[0] ?? (/^\t/m.test(text) ? '\t' : '  '),
  };
}

export const quoted = (text: string, { quote }: Style): string =>
  `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;

/** The white space in front of the line on which `offset` stands. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))![0];
}
