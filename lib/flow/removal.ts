import { withLeadingComments } from '../ast/comments.js';
import { listItem, wholeLines } from '../ast/lines.js';
import { child, childList, type Node, type Span } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import type { DeadCode } from './dead-code.js';

/** Takes dead code out. The sites in it are settled by whoever knows why it went. */
export function removeDead(dead: DeadCode, file: SourceFile): void {
  removeStatements(dead.statements, file);
  for (const declaration of dead.bare) {
    const init = child(childList(declaration, 'declarations')[0], 'init')!;
    file.edits.remove({ start: declaration.start, end: init.start });
  }
  for (const pattern of new Set(dead.members.map((each) => each.pattern))) {
    const gone = dead.members.filter((each) => each.pattern === pattern).map(({ member }) => member);
    removeMembers(pattern, gone, file);
  }
}

/** Takes statements out with their lines and their comments, those that stand together as one. */
export function removeStatements(statements: readonly Node[], file: SourceFile): void {
  const { text, edits } = file;
  const spans = statements
    .map((statement): Span => ({ ...withLeadingComments(text, statement), end: statement.end }))
    .toSorted((a, b) => a.start - b.start);
  const runs: Span[] = [];
  for (const span of spans) {
    const run = runs.at(-1);
    if (run && span.end <= run.end) continue; // stands in one that goes
    if (run && text.slice(run.end, span.start).trim() === '')
      runs[runs.length - 1] = { start: run.start, end: span.end };
    else runs.push(span);
  }
  for (const run of runs) {
    const span = withEmptyLines(text, wholeLines(text, run));
    edits.remove(span);
    // Where no semicolon ends the line above, none may be lost before `(` or `[`.
    const next = /^\s*(?=[([`])/.exec(text.slice(span.end))?.[0];
    if (next !== undefined && !/[;{}]\s*$/.test(text.slice(0, span.start))) edits.insert(span.end + next.length, ';');
  }
}

/** Neither a block begins with the empty line that parted the statements from the others, nor does the file end with one. */
function withEmptyLines(text: string, { start, end }: Span): Span {
  const above = text.slice(Math.max(0, start - 80), start);
  if (text.slice(end).trim() === '')
    return { start: start - (/(?<=\n)[ \t]*\r?\n$/.exec(above)?.[0].length ?? 0), end };
  const below = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: below > 0 && /(?:\{|^)[ \t]*\r?\n?$/.test(above) ? end + below : end };
}

/** Takes members of a pattern or an object out, with their commas; others have to stay. */
export function removeMembers(pattern: Node, gone: readonly Node[], { text, edits }: SourceFile): void {
  const isArray = pattern.type === 'ArrayPattern';
  const all = (pattern[isArray ? 'elements' : 'properties'] as (Node | null)[]).filter((each) => each !== null);
  if (isArray) {
    // What stands behind keeps its place.
    const lastKept = all.findLastIndex((each) => !gone.includes(each));
    for (const [index, each] of all.entries()) {
      if (!gone.includes(each)) continue;
      if (index < lastKept) edits.remove(each);
    }
    if (lastKept >= 0 && lastKept < all.length - 1) edits.remove({ start: all[lastKept]!.end, end: all.at(-1)!.end });
    return;
  }
  const kept = all.filter((each) => !gone.includes(each));
  if (kept.length === 0) return;
  // Runs of members go as one, so that no two edits meet in a comma.
  for (let index = 0; index < all.length; index++) {
    if (!gone.includes(all[index]!)) continue;
    let last = index;
    while (last + 1 < all.length && gone.includes(all[last + 1]!)) last += 1;
    const start = listItem(text, all, index).start;
    const isLast = last === all.length - 1;
    edits.remove({ start: isLast ? all[index - 1]!.end : start, end: isLast ? all[last]!.end : all[last + 1]!.start });
    index = last;
  }
}
