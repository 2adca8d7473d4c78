import type { Bindings } from '../ast/bindings.js';
import { child, childrenOf, isMember, nameOf, type Node } from '../ast/tree.js';

/** What the generated module calls the app's callbacks by; the app's own module exports it. */
export const KEPT_NAME = 'sessionCallbacks';

/** What Clerk has of a user without a row of the app's own. */
const PROFILE = new Set(['id', 'name', 'email', 'image']);

/** Whether the answer may be null, in either parser's form. */
export const returnsNull = (node: Node): boolean =>
  node.type === 'ReturnStatement' && /^(?:Null)?Literal$/.test(child(node, 'argument')?.type ?? '')
    ? (child(node, 'argument')!['value'] ?? null) === null
    : node.type === 'ArrowFunctionExpression' && child(node, 'body')?.type === 'NullLiteral';

/** A call by a name under which data is written. */
export const isWrite = (node: Node): boolean =>
  /^(?:create|update|upsert|delete|insert|save|set|add|remove)(?:$|[A-Z])/.test(
    nameOf(child(child(node, 'callee'), 'property') ?? child(node, 'callee')) ?? '',
  );

/** `prisma.session.findFirst(…)`: Auth.js's adapter wrote the rows of that table, and nobody does now. */
export const readsSessionTable = (node: Node): boolean => {
  const callee = child(node, 'callee');
  const table = nameOf(child(child(callee, 'object'), 'property'));
  return (
    /^(?:session|sessions)$/.test(table ?? '') && /^(?:find|select|get)/.test(nameOf(child(callee, 'property')) ?? '')
  );
};

export function holds(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  for (const { child: inner } of childrenOf(node)) if (holds(inner, test)) return true;
  return false;
}

/**
 * Whether anything but the profile is read, or the user is handed on as a whole; whether there is one may be asked.
 * @param isProfile whether the whole user is no more than that
 */
export function readsRow(references: readonly Node[], bindings: Bindings, isProfile = false): boolean {
  return references.some((node) => {
    const parent = bindings.parentOf(node);
    if (isMember(parent) && child(parent, 'object') === node)
      return parent!['computed'] === true || !PROFILE.has(nameOf(child(parent, 'property')) ?? '');
    return !isProfile && !isAsked(node, bindings);
  });
}

/** The fields that are read by their names; undefined where the whole is handed on. */
export function fieldsOf(references: readonly Node[], bindings: Bindings): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const node of references) {
    const parent = bindings.parentOf(node);
    if (isMember(parent) && child(parent, 'object') === node) fields.add(nameOf(child(parent, 'property')) ?? '');
    else if (!isAsked(node, bindings)) return undefined;
  }
  return fields;
}

/** Whether it is only asked if there is one. */
export function isAsked(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child(parent, 'test') === node;
    case 'LogicalExpression':
      return (parent['operator'] === '&&' && child(parent, 'left') === node) || isAsked(parent, bindings);
    default:
      return parent?.type === 'UnaryExpression' && parent['operator'] === '!';
  }
}
