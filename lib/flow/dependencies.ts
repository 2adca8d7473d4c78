import { childList, contains, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import type { SessionUse } from './uses.js';

type Dependency = SessionUse & { kind: 'dependency' };

/** The uses in the call to whose dependency array a use belongs. */
export function usesBeside(dependency: Node, uses: readonly SessionUse[], { bindings }: SourceFile): SessionUse[] {
  const call = bindings.parentOf(bindings.parentOf(dependency)!)!;
  return uses.filter((use) => use.kind !== 'dependency' && contains(call, use.node));
}

/** Dependency arrays name what is read now, each once. */
export function rewriteDependencies(
  uses: readonly SessionUse[],
  names: (dependency: Dependency) => readonly string[],
  file: SourceFile,
): void {
  const arrays = new Map<Node, Map<Node, readonly string[]>>();
  for (const use of uses) {
    if (use.kind !== 'dependency') continue;
    const array = file.bindings.parentOf(use.node)!;
    arrays.set(array, (arrays.get(array) ?? new Map<Node, readonly string[]>()).set(use.node, names(use)));
  }
  for (const [array, replaced] of arrays) {
    const elements = childList(array, 'elements');
    const written = new Set(
      elements.filter((element) => !replaced.has(element)).map((element) => file.textOf(element)),
    );
    let previous: Node | undefined;
    for (const [index, element] of elements.entries()) {
      const missing = replaced.get(element)?.filter((name) => !written.has(name));
      if (missing) {
        for (const name of missing) written.add(name);
        if (missing.length > 0) file.edits.replace(element, missing.join(', '));
        else if (previous) {
          file.edits.remove({ start: previous.end, end: element.end });
          previous = element; // the next one to go begins where this one ended
        } else file.edits.remove({ start: element.start, end: elements[index + 1]?.start ?? element.end });
      }
      if (!missing || missing.length > 0) previous = element;
    }
  }
}
