import { Edits } from '../ast/edits.js';
import { startOfLine, startsItsLine, wholeLines } from '../ast/lines.js';
import { child, childList, nameOf, stringOf, walk, type Node, type Span } from '../ast/tree.js';

/** All of Auth.js's routes: `/api/auth/:path*`, `/api/auth/(.*)`. */
const ALL_ROUTES = /^\/api\/auth\/(?::\w+[*+]?|\(\.\*\))$/;

/**
 * A next.config without the rewrites and redirects that lead to all of Auth.js's routes, which answer no more. The rest stays
 * byte by byte.
 */
export function withoutAuthRoutes(text: string, program: Node): string {
  const edits = new Edits(text);
  for (const array of walk(program)) {
    if (array.type !== 'ArrayExpression') continue;
    const entries = childList(array, 'elements');
    const gone = entries.filter(leadsToAuthjs);
    if (gone.length === 0) continue;
    if (gone.length === entries.length) edits.replace({ start: array.start + 1, end: array.end - 1 }, '');
    else for (const entry of gone) edits.remove(linesOf(entry, text));
  }
  return edits.changed ? edits.toString() : text;
}

/** `{ source: '/auth/:path*', destination: '/api/auth/:path*' }` */
function leadsToAuthjs(entry: Node): boolean {
  const value = (key: string) =>
    stringOf(
      child(
        childList(entry, 'properties').find((each) => nameOf(child(each, 'key')) === key),
        'value',
      ),
    );
  return value('source') !== undefined && ALL_ROUTES.test(value('destination') ?? '');
}

/** An entry with its comma, and the line comments directly above it. */
function linesOf({ start, end }: Node, text: string): Span {
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  const span = wholeLines(text, { start, end: end + comma });
  if (!startsItsLine(text, start)) return span;
  let from = span.start;
  for (;;) {
    const above = startOfLine(text, from - 1);
    if (from === 0 || !/^[ \t]*\/\//.test(text.slice(above, from))) return { start: from, end: span.end };
    from = above;
  }
}
