import type { Bindings } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import type { Expression } from '../clerk/fields.js';

/**
 * Whether only the truth of an expression matters where it stands: 'truth'; 'value' where its value comes out of
 * an `&&` when it is falsy; 'no' where the value itself is used.
 */
export function isTested(node: Node, bindings: Bindings): 'truth' | 'value' | 'no' {
  const parent = bindings.parentOf(node);
  if (!parent) return 'no';
  switch (parent.type) {
    case 'UnaryExpression':
      return parent['operator'] === '!' ? 'truth' : 'no';
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return child(parent, 'test') === node ? 'truth' : 'no';
    case 'CallExpression': {
      const callee = child(parent, 'callee');
      const isBoolean = nameOf(callee) === 'Boolean' && !bindings.of(callee);
      return isBoolean && childList(parent, 'arguments')[0] === node ? 'truth' : 'no';
    }
    case 'LogicalExpression': {
      const operator = parent['operator'];
      if (operator === '??') return 'no';
      const outer = isTested(parent, bindings);
      if (outer === 'truth' || (outer === 'value' && operator === '&&')) return outer;
      if (operator !== '&&' || child(parent, 'left') !== node) return 'no';
      return isFalsyUnseen(parent, bindings) ? 'truth' : 'value';
    }
    default:
      return 'no';
  }
}

/** Where null, undefined and false are the same: a child of JSX, a spread into an object, the left side of `||`. */
function isFalsyUnseen(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  switch (parent?.type) {
    case 'LogicalExpression':
      if (child(parent, 'left') !== node || parent['operator'] === '??') return false;
      return parent['operator'] === '||' || isFalsyUnseen(parent, bindings);
    case 'SpreadElement':
      return bindings.parentOf(parent)?.type === 'ObjectExpression';
    case 'JSXSpreadAttribute':
      return true;
    case 'JSXExpressionContainer':
      return /^JSX(?:Element|Fragment)$/.test(bindings.parentOf(parent)?.type ?? '');
    default:
      return false;
  }
}

/** Whether the code asks if there is a value: a test, or something in its place where there is none. */
export function asksForValue(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (parent?.type === 'LogicalExpression') return child(parent, 'left') === node || asksForValue(parent, bindings);
  if (parent?.type === 'ConditionalExpression' && child(parent, 'test') !== node) return asksForValue(parent, bindings);
  return isTested(node, bindings) !== 'no';
}

/** An element of the dependency array of a hook. */
export function isDependency(node: Node, bindings: Bindings): boolean {
  const array = bindings.parentOf(node);
  const call = array && bindings.parentOf(array);
  if (array?.type !== 'ArrayExpression' || !call || !isCall(call)) return false;
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  const args = childList(call, 'arguments');
  return /^use[A-Z]/.test(name ?? '') && args.length > 1 && args.at(-1) === array;
}

/** A target of an assignment, of `delete`, of `++`, of a loop. */
export function isWritten(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return child(parent, 'left') === node;
    case 'ArrayPattern':
    case 'RestElement':
    case 'UpdateExpression':
      return true;
    case 'ObjectProperty':
      return child(parent, 'value') === node && bindings.parentOf(parent)?.type === 'ObjectPattern';
    case 'UnaryExpression':
      return parent['operator'] === 'delete';
    default:
      return parent !== undefined && /^TS(?:NonNull|As|Satisfies)Expression$/.test(parent.type)
        ? isWritten(parent, bindings)
        : false;
  }
}

const OPERATORS =
  /^(?:BinaryExpression|UnaryExpression|AwaitExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|TaggedTemplateExpression)$/;

/** Whether an expression has to stand in parentheses in the node's place. */
export function needsParentheses(node: Node, operator: Expression['operator'], bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (operator === undefined || !parent || isParenthesized(node)) return false;
  if (isMember(parent)) return child(parent, 'object') === node;
  if (isCall(parent) || parent.type === 'NewExpression') return child(parent, 'callee') === node;
  if (operator === '!') {
    if (parent.type === 'BinaryExpression') return parent['operator'] === '**' && child(parent, 'left') === node;
    return /^(?:TSNonNullExpression|TaggedTemplateExpression)$/.test(parent.type);
  }
  if (parent.type === 'ConditionalExpression') return operator === '?:' && child(parent, 'test') === node;
  if (parent.type === 'LogicalExpression') return parent['operator'] !== operator && operator !== '===';
  return OPERATORS.test(parent.type) || parent.type.startsWith('Class');
}

export const isParenthesized = (node: Node): boolean =>
  (node['extra'] as { parenthesized?: boolean } | undefined)?.parenthesized === true;
