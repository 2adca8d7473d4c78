import type { Binding, Scope } from '../ast/bindings.js';
import { contains, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

interface Given {
  readonly name: string;
  readonly scope: Node;
  readonly uses: readonly Node[];
}

const given = new WeakMap<SourceFile, Given[]>();

/**
 * A name for what takes a session's place. Neither a name of the file's own nor one that the rewrite of another
 * session brings in comes between its declaration and one of its uses.
 */
export function nameFor(
  preferred: readonly string[],
  scope: Scope,
  uses: readonly Node[],
  going: readonly Binding[],
  file: SourceFile,
): string {
  const names = given.get(file) ?? [];
  given.set(file, names);
  // A block inside, with a name of its own, is no obstacle unless one of the uses stands in it.
  const isAside = ({ scope: inner }: Binding) =>
    inner !== scope && contains(scope.node, inner.node) && !uses.some((use) => contains(inner.node, use));
  const besides = [...going, ...file.bindings.all.filter(isAside)];
  const isFree = (name: string) =>
    !file.bindings.isTaken(name, scope, besides) &&
    !names.some((other) => other.name === name && hides(other, { scope: scope.node, uses }));
  const numbered = Array.from({ length: 99 }, (_, index) => `${preferred.at(-1)}${index + 2}`);
  const name = [...preferred, ...numbered].find(isFree)!;
  names.push({ name, scope: scope.node, uses });
  return name;
}

/** Whether one of two declarations of a name stands between the other and its uses. */
function hides(a: Omit<Given, 'name'>, b: Omit<Given, 'name'>): boolean {
  if (a.scope === b.scope) return true;
  if (contains(a.scope, b.scope)) return a.uses.some((use) => contains(b.scope, use));
  return contains(b.scope, a.scope) && b.uses.some((use) => contains(a.scope, use));
}
