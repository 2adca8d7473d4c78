import { wholeLines } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, childList, type Node, type Span } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** What a rewrite put something else in the place of, or took away. */
export interface Replaced {
  readonly replaced: Node;
  readonly outcome: 'rewritten' | 'removed';
}

/** Takes a declaration, or a statement of one expression, out with its line. Where no semicolon ends the line above, none may be lost before `(` or `[`. */
export function removeStatement(declaration: Node, file: SourceFile): void {
  const { text, edits } = file;
  const last = childList(declaration, 'declarations').at(-1) ?? child(declaration, 'expression')!;
  // In `const a = b\n;[c].map()` the parser counts the semicolon to the declaration, its author to the next line.
  const isNextLines = text.slice(last.end, declaration.end).includes('\n');
  const span = withEmptyLine(
    text,
    wholeLines(text, { start: declaration.start, end: isNextLines ? last.end : declaration.end }),
  );
  const isContinued =
    !isNextLines &&
    /^\s*(?:[([`+-]|\/(?![/*]))/.test(text.slice(span.end)) &&
    !/[;{}]\s*$/.test(text.slice(0, span.start));
  edits.remove(span);
  if (isContinued) edits.insert(span.end + /^\s*/.exec(text.slice(span.end))![0].length, ';');
}

/** A block does not begin with the empty line that stood below its first statement. */
function withEmptyLine(text: string, { start, end }: Span): Span {
  const isFirst = /\{[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 80), start));
  return { start, end: isFirst ? end + (/^[ \t]*\r?\n/.exec(text.slice(end, end + 80))?.[0].length ?? 0) : end };
}

/** Writes a declaration of one pattern anew as several, and keeps what ends it. */
export function replaceDeclaration(
  declaration: Node,
  declarator: Node,
  written: readonly string[],
  file: SourceFile,
): void {
  const end = file.text.slice(declarator.end, declaration.end);
  const between = `${end.startsWith(';') ? ';' : file.style.semicolon}\n${indentAt(file.text, declaration.start)}`;
  file.edits.replace(declaration, written.map((each) => `const ${each}`).join(between), {
    start: declarator.end,
    end: declaration.end,
  });
}

/** Takes out a declaration that nothing reads: asking for a session has no other effect. */
export function removeDeclarator(declarator: Node, file: SourceFile): Replaced | { rule: string; message: string } {
  const declaration = file.bindings.parentOf(declarator)!;
  if (childList(declaration, 'declarations').length > 1 || file.bindings.placeOf(declaration)?.index === undefined) {
    return { rule: 'session-unused', message: 'nothing reads this session; remove it' };
  }
  removeStatement(declaration, file);
  return { replaced: declarator, outcome: 'removed' };
}
