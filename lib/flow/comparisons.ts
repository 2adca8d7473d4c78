import type { Bindings } from '../ast/bindings.js';
import { child, nameOf, stringOf, type Node } from '../ast/tree.js';

export type Status = 'loading' | 'authenticated' | 'unauthenticated';

/** `=== null` and its like: what the other side is, and whether equality or its contrary is asked for. */
export interface Comparison {
  readonly to: 'null' | 'undefined' | 'nullish';
  readonly negated: boolean;
}

/** What the node is compared with, where that is null or undefined. */
export function comparisonOf(node: Node, bindings: Bindings): Comparison | undefined {
  const parent = bindings.parentOf(node);
  const operator = parent?.type === 'BinaryExpression' ? /^([=!])=(=?)$/.exec(String(parent['operator'])) : null;
  if (!parent || !operator) return undefined;
  const other = otherSide(parent, node);
  const isUndefined = other?.type === 'Identifier' && nameOf(other) === 'undefined';
  const to = other?.type === 'NullLiteral' ? 'null' : isUndefined ? 'undefined' : undefined;
  return to && { to: operator[2] === '' ? 'nullish' : to, negated: operator[1] === '!' };
}

/** `status === 'loading'` and its like; undefined where the status is used in another way. */
export function statusOf(node: Node, bindings: Bindings) {
  const parent = bindings.parentOf(node);
  const status = parent?.type === 'BinaryExpression' ? stringOf(otherSide(parent, node)) : undefined;
  const operator = /^([=!])==?$/.exec(String(parent?.['operator']))?.[1];
  if (!operator || (status !== 'loading' && status !== 'authenticated' && status !== 'unauthenticated'))
    return undefined;
  return { kind: 'status' as const, node: parent as Node, status: status as Status, negated: operator === '!' };
}

const otherSide = (comparison: Node, node: Node): Node | undefined =>
  child(comparison, 'left') === node ? child(comparison, 'right') : child(comparison, 'left');
