import type { Bindings } from '../ast/bindings.js';
import { child, childList, contains, isCall, nameOf, unwrap, type Node } from '../ast/tree.js';

/** Calls that never return: Next's own. */
const EXITS = new Set(['redirect', 'permanentRedirect', 'notFound', 'unauthorized', 'forbidden']);

/** Whether a statement ends the function: it returns, throws, or calls what never returns. */
export function exits(statement: Node | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return exits(childList(statement, 'body').at(-1));
    case 'IfStatement':
      return exits(child(statement, 'consequent')) && exits(child(statement, 'alternate'));
    case 'ExpressionStatement': {
      const call = unwrap(child(statement, 'expression'));
      return call !== undefined && isCall(call) && EXITS.has(nameOf(child(call, 'callee')) ?? '');
    }
    default:
      return false;
  }
}

/**
 * Whether one of the tests says, by the time that `node` runs, that somebody is signed in.
 * @param tests expressions that are truthy only then
 */
export function isGuarded(node: Node, tests: readonly Node[], bindings: Bindings): boolean {
  return tests.some((test) => guards(test, node, bindings));
}

function guards(test: Node, node: Node, bindings: Bindings): boolean {
  let at = test;
  let negated = false;
  for (let parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    switch (parent.type) {
      case 'UnaryExpression':
        if (parent['operator'] !== '!') return false;
        negated = !negated;
        break;
      case 'LogicalExpression': {
        const right = child(parent, 'right')!;
        const operator = negated ? '||' : '&&';
        if (parent['operator'] !== operator) return false;
        if (at !== right && contains(right, node)) return true;
        break;
      }
      case 'ConditionalExpression':
      case 'IfStatement': {
        if (child(parent, 'test') !== at) return false;
        const [then, otherwise] = [child(parent, 'consequent'), child(parent, 'alternate')];
        const branch = negated ? otherwise : then;
        if (branch && contains(branch, node)) return true;
        if (parent.type !== 'IfStatement' || !exits(negated ? then : otherwise)) return false;
        const block = bindings.parentOf(parent);
        return block !== undefined && contains(block, node) && parent.end <= node.start;
      }
      default:
        return false;
    }
  }
  return false;
}
