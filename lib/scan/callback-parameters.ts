import type { Bindings } from '../ast/bindings.js';
import { child, childList, contains, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import { holds } from './callback-code.js';

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

/** What Auth.js gives the jwt callback at a sign-in alone. */
const AT_SIGN_IN = /^(?:user|account|profile|isNewUser|trigger)$/;

/**
 * Whether a node of the jwt callback runs at every read of a session, or may: Auth.js calls the callback at each, and
 * only tests of what a sign-in brings tell the two apart. No such test stands around the node or, with a return, above it.
 */
export function isAtEachRead(node: Node, fn: Node, taken: ReadonlyMap<string, readonly Node[]>, bindings: Bindings) {
  const ofSignIn = [...taken].flatMap(([name, nodes]) => (AT_SIGN_IN.test(name) ? nodes : []));
  const branches = [...bindings.ancestors(node)].filter((each) => contains(fn, each) && TESTS.test(each.type));
  return ofSignIn.every((each) => {
    const test = [...bindings.ancestors(each)].find((outer) => TESTS.test(outer.type) && isTestOf(outer, each));
    if (!test) return !isNamed(each, fn, bindings);
    return !branches.includes(test) && !(test.start < node.start && holds(test, ({ type }) => ENDS.test(type)));
  });
}

/** Under another name it may be tested where nobody sees it. */
const isNamed = (node: Node, fn: Node, bindings: Bindings): boolean =>
  [...bindings.ancestors(node)].some(
    (each) =>
      contains(fn, each) &&
      (each.type === 'VariableDeclarator' ||
        (each.type === 'AssignmentExpression' && child(each, 'left')?.type === 'Identifier')),
  );

const TESTS = /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement)$/;
const ENDS = /^(?:Return|Throw)Statement$/;

const isTestOf = (outer: Node, node: Node): boolean =>
  [child(outer, 'test'), child(outer, 'left'), child(outer, 'discriminant')].some(
    (each) => each && contains(each, node),
  );

/** `trigger === "update"`, alone or with more that has to hold. */
export function testsUpdate(test: Node | undefined): boolean {
  const node = unwrap(test);
  if (node?.type === 'LogicalExpression' && node['operator'] === '&&')
    return testsUpdate(child(node, 'left')) || testsUpdate(child(node, 'right'));
  return (
    node?.type === 'BinaryExpression' &&
    /^===?$/.test(String(node['operator'])) &&
    unwrap(child(node, 'right'))?.['value'] === 'update'
  );
}
