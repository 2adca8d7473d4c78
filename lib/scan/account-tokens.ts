import { child, childrenOf, isMember, nameOf, type Node } from '../ast/tree.js';
import { holds } from './callback-code.js';

/** What Clerk keeps of a provider's tokens, by the names that an account has for them. */
export const TOKENS: ReadonlySet<string> = new Set(['access_token', 'id_token']);

/** What only renews a token. Clerk does that itself, and gives no refresh token away. */
export const RENEWAL: ReadonlySet<string> = new Set(['refresh_token', 'expires_at']);

/**
 * Names under which callbacks put what they read of an account into the session, by way of Auth.js's token. Each counts,
 * whether the session or its user gets it.
 * @param read what of the account
 */
export function namesInSession(jwt: Node | undefined, session: Node, read: ReadonlySet<string>): ReadonlySet<string> {
  const inToken = jwt ? namesFilledBy(jwt, read) : new Set<string>();
  return inToken.size === 0 ? inToken : namesFilledBy(session, inToken);
}

/** Names of properties that are given a value in which one of the others is read. */
export function namesFilledBy(fn: Node, read: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  const note = (target: Node | undefined, value: Node | undefined): void => {
    const name = nameOf(target);
    if (name !== undefined && value && holds(value, (node) => readsAny(node, read))) names.add(name);
  };
  const visit = (node: Node): void => {
    if (node.type === 'AssignmentExpression' && isMember(child(node, 'left')))
      note(child(child(node, 'left'), 'property'), child(node, 'right'));
    if (/^(?:Object)?Property$/.test(node.type) && child(node, 'value')?.type.endsWith('Pattern') !== true)
      note(child(node, 'key'), child(node, 'value'));
    for (const { child: inner } of childrenOf(node)) visit(inner);
  };
  // A callback may be the value of a property itself.
  for (const { child: inner } of childrenOf(fn)) visit(inner);
  return names;
}

/** `token.accessToken`, or the constant that was taken out of it. */
export const readsAny = (node: Node, names: ReadonlySet<string>): boolean =>
  (isMember(node) && names.has(nameOf(child(node, 'property')) ?? '')) ||
  (node.type === 'Identifier' && names.has(nameOf(node) ?? ''));
