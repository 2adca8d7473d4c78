import { startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { walk, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/**
 * Takes the indentation of the node's own line off the lines below it. Text inside templates stays, and so do lines that
 * another edit has written anew: this comes after the others.
 * @returns what was taken off
 */
export function dedent(node: Node, { text, edits }: SourceFile): string {
  const indent = startsItsLine(text, node.start) ? indentAt(text, node.start) : '';
  if (indent === '') return '';
  const templates = [...walk(node)].filter(({ type }) => type === 'TemplateElement' || type === 'JSXText');
  for (let at = text.indexOf('\n', node.start) + 1; at > 0 && at < node.end; at = text.indexOf('\n', at) + 1) {
    const span = { start: at, end: at + indent.length };
    if (!text.startsWith(indent, at) || templates.some(({ start, end }) => start < at && at <= end)) continue;
    if (!edits.touches(span)) edits.remove(span);
  }
  return indent;
}
