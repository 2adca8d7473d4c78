import { child, childList, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** The expression whose result nobody reads: the call, or the chain of `.catch()` and `.finally()` on it. */
export function unusedResult(call: Node, file: SourceFile): Node | undefined {
  const { bindings } = file;
  let last = call;
  for (;;) {
    const member = bindings.parentOf(last)!;
    const outer = bindings.parentOf(member)!;
    if (member.type !== 'MemberExpression' || child(member, 'object') !== last) break;
    if (child(outer, 'callee') !== member || !ignoresResult(outer)) return undefined;
    last = outer;
  }
  const list = bindings.parentOf(last);
  const all = list?.type === 'ArrayExpression' ? bindings.parentOf(list) : undefined;
  if (all && isPromiseAll(child(all, 'callee'))) return unusedResult(all, file) && last;
  for (let at = last, parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    const operator = parent.type === 'UnaryExpression' && parent['operator'] === 'void';
    if (/^(?:ExpressionStatement|ReturnStatement)$/.test(parent.type) || operator) return last;
    if (parent.type === 'ArrowFunctionExpression') return last;
    const isBranch =
      (parent.type === 'LogicalExpression' && child(parent, 'right') === at) ||
      (parent.type === 'ConditionalExpression' && child(parent, 'test') !== at);
    if (!isBranch && parent.type !== 'AwaitExpression') return undefined;
  }
  return undefined;
}

/** `Promise.all`, with the likes of it. */
const isPromiseAll = (callee: Node | undefined): boolean =>
  isMember(callee) &&
  nameOf(child(callee, 'object')) === 'Promise' &&
  /^all(?:Settled)?$/.test(nameOf(child(callee, 'property')) ?? '');

/** `.catch()`, `.finally()`, and a `.then()` whose function takes nothing. */
function ignoresResult(call: Node): boolean {
  const name = nameOf(child(child(call, 'callee'), 'property'));
  const [first, ...others] = childList(call, 'arguments');
  const takesNothing = first !== undefined && isFunction(first) && childList(first, 'params').length === 0;
  return /^(?:catch|finally)$/.test(name ?? '') || (name === 'then' && takesNothing && others.length === 0);
}
