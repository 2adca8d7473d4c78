import { startsItsLine, startsWithDirective } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import type { Node } from '../ast/tree.js';
import type { Entry, SourceFile } from './source-file.js';
import { isAugmentation } from './auth-module.js';
import { RUNNER_RULES } from './rules.js';

/** Begins each comment at what is left to a person. */
export const TODO_PREFIX = 'TODO(authjs-clerk):';

/** Rules whose sites say nothing that a comment in the code would help with. */
const SILENT: ReadonlySet<string> = new Set([
  RUNNER_RULES.notSelected,
  RUNNER_RULES.outsidePath,
  RUNNER_RULES.importInUse,
  'own-wrapper-moved', // it is right as it stands
  'test-mock-waits',
  'env-variable', // often the app's own base address or key: what reads it stays as it is
]);

/** Puts one comment above each statement with a manual site, for each of its rules, unless it stands there already. */
export function writeTodos(file: SourceFile): void {
  const written = new Map<number, Set<string>>();
  for (const entry of file.entries) {
    const { settlement } = entry;
    if (settlement?.outcome !== 'manual' || SILENT.has(settlement.rule)) continue;
    const inner = statementOf(entry, file);
    // What stands in a `declare module` that stays needs no more than the comment above that.
    const around = inner && settlement.rule === 'auth-augmentation' ? file.bindings.ancestors(inner) : [];
    const statement = [...around].find(isAugmentation) ?? inner;
    if (!statement) continue;
    const { offset, above } = placeAbove(file.text, statement.start);
    const rules = written.get(offset) ?? new Set<string>();
    if (rules.has(settlement.rule) || above.includes(`${TODO_PREFIX} ${settlement.rule} `)) continue;
    written.set(offset, rules.add(settlement.rule));
    file.edits.insert(
      offset,
      `${indentAt(file.text, statement.start)}// ${TODO_PREFIX} ${settlement.rule} — ${settlement.message}\n`,
    );
  }
}

/** The innermost statement around a site that begins its line, so that a comment line fits above it. */
function statementOf({ node, site }: Entry, { bindings, text, edits }: SourceFile): Node | undefined {
  if (node.type === 'Unknown') return undefined;
  for (let at: Node | undefined = node; at; at = bindings.parentOf(at)) {
    const place = bindings.placeOf(at);
    if (!place) return undefined;
    const isStatement = place.index !== undefined && (place.key === 'body' || place.key === 'consequent');
    // Inside of what other text takes the place of there is no line to stand above.
    const isGone = edits.removes(at) && !edits.replaces(at);
    if (isStatement && !isGone && at.start <= site.start && startsItsLine(text, at.start)) return at;
  }
  return undefined;
}

/** The start of the statement's line, or of the comments above it that speak of the next line alone; and the comments above that. */
function placeAbove(text: string, start: number): { offset: number; above: string } {
  let offset = text.lastIndexOf('\n', start - 1) + 1;
  const lineAbove = () => text.slice(text.lastIndexOf('\n', offset - 2) + 1, offset);
  while (offset > 0 && startsWithDirective(lineAbove())) offset -= lineAbove().length;
  let top = offset;
  while (top > 0) {
    const line = text.slice(text.lastIndexOf('\n', top - 2) + 1, top);
    if (!/^\s*\/\//.test(line)) break;
    top -= line.length;
  }
  return { offset, above: text.slice(top, offset) };
}
