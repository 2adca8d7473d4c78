import type { Bindings } from '../ast/bindings.js';
import { child, childList, contains, isCall, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { SessionUse } from './uses.js';

/** Calls that never return: Next's own. */
const EXITS = new Set(['redirect', 'permanentRedirect', 'notFound', 'unauthorized', 'forbidden']);

/** Whether a statement leaves the block it stands in: it returns, throws, goes to a loop's next turn, or calls what never returns. */
export function exits(statement: Node | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
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

/** An expression that is truthy only where somebody is signed in; with `isNegated`, falsy only there. */
export interface Test {
  readonly node: Node;
  readonly isNegated: boolean;
}

/**
 * The tests among the uses of a session.
 * @param missing what a session is while nobody is signed in: null on the server, undefined too while a browser loads it
 */
export function testsOf(uses: readonly SessionUse[], missing: 'null' | 'nullish'): Test[] {
  return uses.flatMap((use): Test[] => {
    if (use.kind === 'field') return use.asks === 'value' ? [] : [{ node: use.node, isNegated: false }];
    if (use.kind !== 'presence') return [];
    const { compared, node } = use;
    if (compared && compared.to !== 'nullish' && compared.to !== missing) return [];
    return [{ node, isNegated: compared?.negated === false }];
  });
}

/**
 * A session that is handed on behind `if (session) return …` is null, and no escape.
 * @param uses all that is done with a session of the server, which is null where there is none
 */
export function withoutAbsent(uses: readonly SessionUse[], bindings: Bindings): SessionUse[] {
  const tests = uses.flatMap((use): Test[] => {
    if (use.kind !== 'presence' || (use.compared && use.compared.to === 'undefined')) return [];
    // Truthy where somebody is signed in, so falsy only where nobody is.
    return [{ node: use.node, isNegated: use.compared?.negated !== false }];
  });
  return uses.map((use) =>
    use.kind === 'escape' && use.isSession === true && isGuarded(use.node, tests, bindings)
      ? { kind: 'absent', node: use.node }
      : use,
  );
}

/** Whether one of the tests says, by the time that `node` runs, that somebody is signed in. */
export const isGuarded = (node: Node, tests: readonly Test[], bindings: Bindings): boolean =>
  tests.some((test) => guards(test, node, bindings));

function guards({ node: test, isNegated }: Test, node: Node, bindings: Bindings): boolean {
  let at = test;
  let negated = isNegated;
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
        if (branch && contains(branch, node)) return !isHoisted(node, branch, bindings);
        if (parent.type !== 'IfStatement' || !exits(negated ? then : otherwise)) return false;
        const block = bindings.parentOf(parent);
        return (
          block !== undefined && contains(block, node) && parent.end <= node.start && !isHoisted(node, block, bindings)
        );
      }
      default:
        return false;
    }
  }
  return false;
}

/** Whether the node stands in a function that may be called before the code above it runs. */
function isHoisted(node: Node, block: Node, bindings: Bindings): boolean {
  for (const at of bindings.ancestors(node)) {
    if (!contains(block, at)) return false;
    if (at.type === 'FunctionDeclaration') return true;
  }
  return false;
}
