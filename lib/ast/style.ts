import { startOfLine } from './lines.js';
import { child, childList, type Node } from './tree.js';

/** How the file's authors write: read off what is there, so that new code looks like theirs. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: '' | ';';
  /** One step of indentation. */
  readonly indent: string;
}

/** Statements that end in a semicolon where the file writes them. */
const ENDS = /^(?:ImportDeclaration|ExpressionStatement|VariableDeclaration|ReturnStatement|ExportAllDeclaration)$/;

/** Exports end in one unless they hold a function, a class or a type. */
const endsLikeThem = (node: Node): boolean => {
  if (ENDS.test(node.type)) return true;
  const declaration = child(node, 'declaration');
  if (node.type === 'ExportNamedDeclaration') return !declaration || declaration.type === 'VariableDeclaration';
  return node.type === 'ExportDefaultDeclaration' && !/^(?:Function|Class|TS)/.test(declaration?.type ?? '');
};

/** @param program Babel's or oxc's Program of `text` */
export function styleOf(program: Node, text: string): Style {
  const statements = childList(program, 'body').filter(endsLikeThem);
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
  return /^[ \t]*/.exec(text.slice(startOfLine(text, offset)))![0];
}
