import type { Bindings } from '../ast/bindings.js';
import { child, childList, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';

/**
 * What a callback takes of its one argument: `({ session, token: current })`, `(params)` with `params.session`, or both
 * with `const { session } = params` in between. Each name with the nodes that stand for its value; undefined for other forms.
 */
export function parametersOf(fn: Node, bindings: Bindings): Map<string, readonly Node[]> | undefined {
  const [parameter, ...others] = childList(fn, 'params');
  if (others.length > 0 || !parameter) return undefined;
  const taken = new Map<string, Node[]>();
  const add = (name: string, nodes: readonly Node[]) => taken.set(name, [...(taken.get(name) ?? []), ...nodes]);
  if (parameter.type === 'ObjectPattern') return takeApart(parameter, bindings, add) ? taken : undefined;
  const whole = parameter.type === 'Identifier' ? bindings.of(parameter) : undefined;
  if (!whole) return undefined;
  for (const reference of whole.references) {
    const parent = bindings.parentOf(reference);
    if (isMember(parent) && child(parent, 'object') === reference && !parent!['computed'])
      add(nameOf(child(parent, 'property')) ?? '', [parent!]);
    else if (parent?.type !== 'VariableDeclarator' || !takeApart(child(parent, 'id'), bindings, add)) return undefined;
  }
  return taken;
}

/** Whether a pattern takes single names, without defaults and a rest; each is handed on with its references. */
function takeApart(
  pattern: Node | undefined,
  bindings: Bindings,
  add: (name: string, nodes: readonly Node[]) => void,
): boolean {
  if (pattern?.type !== 'ObjectPattern') return false;
  return childList(pattern, 'properties').every((property) => {
    const [name, value] = [nameOf(child(property, 'key')), child(property, 'value')];
    if (property['computed'] || name === undefined || value?.type !== 'Identifier') return false;
    add(name, bindings.of(value)?.references ?? []);
    return true;
  });
}

/** Whether a node stands in a branch for `trigger === "update"`, which never runs where a session is only read. */
export function isOnUpdate(node: Node, bindings: Bindings): boolean {
  let inner = node;
  for (const outer of bindings.ancestors(node)) {
    const isBranch = outer.type === 'IfStatement' || outer.type === 'ConditionalExpression';
    if (isBranch && child(outer, 'consequent') === inner && testsUpdate(child(outer, 'test'))) return true;
    if (outer.type === 'LogicalExpression' && outer['operator'] === '&&' && child(outer, 'right') === inner)
      if (testsUpdate(child(outer, 'left'))) return true;
    inner = outer;
  }
  return false;
}

/** `trigger === "update"`, alone or with more that has to hold. */
function testsUpdate(test: Node | undefined): boolean {
  const node = unwrap(test);
  if (node?.type === 'LogicalExpression' && node['operator'] === '&&')
    return testsUpdate(child(node, 'left')) || testsUpdate(child(node, 'right'));
  return (
    node?.type === 'BinaryExpression' &&
    /^===?$/.test(String(node['operator'])) &&
    unwrap(child(node, 'right'))?.['value'] === 'update'
  );
}
