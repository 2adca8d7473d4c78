import type { Bindings } from '../ast/bindings.js';
import { child, childList, childrenOf, contains, nameOf, unwrap, type Node, type Span } from '../ast/tree.js';
import { KEPT_NAME } from './callback-code.js';

/** The object literal of just this span. */
export function objectAt(node: Node, { start, end }: Span): Node | undefined {
  if (node.type === 'ObjectExpression' && node.start === start && node.end === end) return node;
  for (const { child: inner } of childrenOf(node)) {
    const found = contains(inner, { start, end }) ? objectAt(inner, { start, end }) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The property of an object literal by its name. */
export const propertyOf = (object: Node | undefined, name: string): Node | undefined =>
  object?.type === 'ObjectExpression'
    ? childList(object, 'properties').find((each) => nameOf(child(each, 'key')) === name)
    : undefined;

/** What that property holds. */
export const valueOf = (object: Node | undefined, name: string): Node | undefined =>
  unwrap(child(propertyOf(object, name), 'value'));

/**
 * Whether callbacks that are spread are looked at elsewhere: those of an earlier run, which are none of sign-in, and those of
 * other options, which are read where these stand.
 */
export function isReadElsewhere(spread: Node): boolean {
  const argument = unwrap(child(spread, 'argument'));
  return nameOf(argument) === KEPT_NAME || nameOf(child(argument, 'property')) === 'callbacks';
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
