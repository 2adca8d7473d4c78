import { child, childList, childrenOf, isCall, isFunction, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';

/** What a function gives back, return by return; undefined where that is nothing. */
export function resultsOf(fn: Node): (Node | undefined)[] {
  const body = child(fn, 'body')!;
  return body.type === 'BlockStatement' ? returnsIn(body) : [body];
}

function returnsIn(node: Node): (Node | undefined)[] {
  if (node.type === 'ReturnStatement') return [child(node, 'argument')];
  if (isFunction(node)) return [];
  return [...childrenOf(node)].flatMap(({ child: inner }) => returnsIn(inner));
}

/** Whether a function never comes to its end without a result. */
export function alwaysReturns(statement: Node | undefined): boolean {
  switch (statement?.type) {
    case 'BlockStatement':
      return alwaysReturns(childList(statement, 'body').at(-1));
    case 'IfStatement':
      return alwaysReturns(child(statement, 'consequent')) && alwaysReturns(child(statement, 'alternate'));
    default:
      // The body of an arrow function may be an expression.
      return /^(?:Return|Throw)Statement$/.test(statement?.type ?? '') || !isStatement(statement);
  }
}

const isStatement = (node: Node | undefined): boolean =>
  node === undefined || node.type.endsWith('Statement') || node.type.endsWith('Declaration');

const COMPARISONS = /^(?:[=!]==?|[<>]=?|in|instanceof)$/;
const PREDICATES = /^(?:includes|startsWith|endsWith|some|every|test|has)$/;

/** Whether an expression is true or false, and nothing else. */
export function isBoolean(expression: Node | undefined): boolean {
  const node = unwrap(expression);
  switch (node?.type) {
    case 'BooleanLiteral':
      return true;
    case 'UnaryExpression':
      return node['operator'] === '!';
    case 'BinaryExpression':
      return COMPARISONS.test(String(node['operator']));
    case 'LogicalExpression':
      return isBoolean(child(node, 'left')) && isBoolean(child(node, 'right'));
    case 'ConditionalExpression':
      return isBoolean(child(node, 'consequent')) && isBoolean(child(node, 'alternate'));
    case 'CallExpression': {
      const callee = child(node, 'callee');
      return isMember(callee) ? PREDICATES.test(nameOf(child(callee, 'property')) ?? '') : nameOf(callee) === 'Boolean';
    }
    default:
      return false;
  }
}

/** A response in the request's place: a redirect, a rewrite, an error. */
export function isAnswer(expression: Node | undefined): boolean {
  const value = unwrap(expression);
  const callee = child(value, 'callee');
  if (value?.type === 'NewExpression') return /^(?:Next)?Response$/.test(nameOf(callee) ?? '');
  const isOf = isMember(callee) && /^(?:Next)?Response$/.test(nameOf(child(callee, 'object')) ?? '');
  return isCall(value) && isOf && /^(?:redirect|rewrite|json|error)$/.test(nameOf(child(callee, 'property')) ?? '');
}
