import type { Bindings } from '../ast/bindings.js';
import { childList, childrenOf, contains, type Node, type Span } from '../ast/tree.js';

/** The object literal of just this span. */
export function objectAt(node: Node, { start, end }: Span): Node | undefined {
  if (node.type === 'ObjectExpression' && node.start === start && node.end === end) return node;
  for (const { child: inner } of childrenOf(node)) {
    const found = contains(inner, { start, end }) ? objectAt(inner, { start, end }) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Whether a callback refers to what is declared around it, but not on the file's top level. */
export const usesLocals = (property: Node, bindings: Bindings): boolean =>
  bindings.all.some(
    ({ scope, references }) =>
      scope !== bindings.program &&
      !contains(property, scope.node) &&
      references.some((node) => contains(property, node)),
  );

/** Statements of the file's own to which the spans refer, directly or by one another. */
export function neededBy(spans: readonly Span[], program: Node, bindings: Bindings): Node[] {
  const needed = new Set<Node>();
  const queue = [...spans];
  for (let span = queue.pop(); span; span = queue.pop()) {
    const inside = span;
    for (const { scope, imported, identifiers, references } of bindings.all) {
      if (scope !== bindings.program || imported || !references.some((node) => contains(inside, node))) continue;
      const statement = childList(program, 'body').find((each) => contains(each, identifiers[0]!));
      if (!statement || needed.has(statement) || contains(statement, inside)) continue;
      needed.add(statement);
      queue.push(statement);
    }
  }
  return childList(program, 'body').filter((each) => needed.has(each));
}
