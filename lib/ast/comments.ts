import { startsItsLine } from './lines.js';
import type { Node, Span } from './tree.js';

/**
 * A statement with the comments that stand directly above it, no empty line between. A comment at the file's very top
 * stays: it speaks of the file.
 */
export function withLeadingComments(text: string, statement: Node): Span {
  const comments = statement['leadingComments'];
  let start = statement.start;
  if (!Array.isArray(comments)) return { start, end: statement.end };
  for (const comment of (comments as Span[]).toReversed()) {
    const between = text.slice(comment.end, start);
    // One that stands behind other code speaks of that code.
    if (isAtTop(text, comment) || !startsItsLine(text, comment.start) || !/^[ \t]*\r?\n?[ \t]*$/.test(between)) break;
    start = comment.start;
  }
  return { start, end: statement.end };
}

const isAtTop = (text: string, comment: Span): boolean => /^(?:#![^\n]*)?\s*$/.test(text.slice(0, comment.start));
