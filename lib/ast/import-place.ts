import { withLeadingComments } from './comments.js';
import { endOfLine, withDirectivesAbove } from './lines.js';
import { childList, type Node, type Span } from './tree.js';

/** Comments at the top that speak of the file, though the first statement follows at once. */
const OF_THE_FILE = /licen[cs]e|copyright|@(?:jest|vitest|jsx|file|module|preserve|flow|ts-)|eslint|prettier|biome/i;

/** Where new imports go that take no other's place, with the line breaks around them. */
export function placeForImports(program: Node, text: string): { offset: number; before: string; after: string } {
  const body = childList(program, 'body');
  const last = body.findLast(({ type }) => type === 'ImportDeclaration');
  if (last) return { offset: endOfCode(text, last), before: '\n', after: '' };
  const directive = childList(program, 'directives').at(-1);
  if (directive) return { offset: endOfCode(text, directive), before: '\n\n', after: '' };
  return { offset: body[0] ? startWithComments(text, body[0]) : text.length, before: '', after: '\n\n' };
}

/** The end of a statement, with a comment that stands behind it on its line. */
function endOfCode(text: string, { end }: Span): number {
  const rest = text.slice(end, endOfLine(text, end)).replace(/\r$/, '');
  return /^[ \t]*\/\//.test(rest) || /^[ \t]*\/\*.*\*\/[ \t]*$/.test(rest) ? end + rest.length : end;
}

function startWithComments(text: string, statement: Node): number {
  const { start } = withLeadingComments(text, statement);
  const doc = /^\s*(\/\*\*(?:(?!\*\/)[^])*\*\/)\r?\n$/.exec(text.slice(0, start));
  // A doc comment at the very top is the statement's, unless it says that it is the file's.
  if (doc && !OF_THE_FILE.test(doc[1]!)) return text.indexOf('/**');
  return withDirectivesAbove(text, start);
}
