import type { Bindings } from '../ast/bindings.js';
import { child, childList, isCall, isMember, nameOf, type Node } from '../ast/tree.js';

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
    case 'CallExpression':
      return nameOf(child(parent, 'callee')) === 'Boolean' && childList(parent, 'arguments')[0] === node
        ? 'truth'
        : 'no';
    case 'LogicalExpression': {
      const operator = parent['operator'];
      if (operator === '??') return 'no';
      const outer = isTested(parent, bindings);
      if (outer === 'truth' || (outer === 'value' && operator === '&&')) return outer;
      if (operator !== '&&' || child(parent, 'left') !== node) return 'no';
      return isShown(parent, bindings) ? 'truth' : 'value';
    }
    default:
      return 'no';
  }
}

/** A child of JSX: null, undefined and false all show nothing. */
function isShown(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (parent?.type === 'LogicalExpression' && parent['operator'] === '&&' && child(parent, 'left') === node)
    return isShown(parent, bindings);
  if (parent?.type !== 'JSXExpressionContainer') return false;
  const around = bindings.parentOf(parent)?.type;
  return around === 'JSXElement' || around === 'JSXFragment';
}

/** Whether the code asks if a field has a value: a test, or something in its place where it hasn't. */
export function givesItsValueAsTest(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (parent?.type === 'LogicalExpression')
    return child(parent, 'left') === node || givesItsValueAsTest(parent, bindings);
  return isTested(node, bindings) !== 'no';
}

/** An element of the dependency array of a hook. */
export function isDependency(node: Node, bindings: Bindings): boolean {
  const array = bindings.parentOf(node);
  const call = array && bindings.parentOf(array);
  if (array?.type !== 'ArrayExpression' || !call || !isCall(call)) return false;
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  return /^use[A-Z]/.test(name ?? '') && childList(call, 'arguments').at(-1) === array;
}

/** The target of an assignment, of `delete`, of `++`. */
export function isWritten(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (!parent) return false;
  if (parent.type === 'AssignmentExpression' || parent.type === 'AssignmentPattern')
    return child(parent, 'left') === node;
  return parent.type === 'UpdateExpression' || (parent.type === 'UnaryExpression' && parent['operator'] === 'delete');
}

const OPERATORS =
  /^(?:LogicalExpression|BinaryExpression|UnaryExpression|AwaitExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|ConditionalExpression|SpreadElement|TaggedTemplateExpression)$/;

/** Whether an operator expression has to stand in parentheses in the node's place. */
export function needsParentheses(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  if (!parent || (node['extra'] as { parenthesized?: boolean } | undefined)?.parenthesized) return false;
  if (isMember(parent)) return child(parent, 'object') === node;
  if (isCall(parent)) return child(parent, 'callee') === node;
  if (parent.type === 'ConditionalExpression') return child(parent, 'test') === node;
  return OPERATORS.test(parent.type) && parent.type !== 'SpreadElement';
}

/** The innermost function around a node; undefined on the file's top level. */
export function functionAround(node: Node, bindings: Bindings): Node | undefined {
  for (const at of bindings.ancestors(node))
    if (/^(?:Function|ArrowFunction|ObjectMethod|ClassMethod|ClassPrivateMethod)/.test(at.type)) return at;
  return undefined;
}
