import { child, childrenOf, isMember, nameOf, type Node } from '../ast/tree.js';
import { holds } from './callback-code.js';

/** What a provider gives besides the account, as the jwt callback reads it. */
const TOKENS: ReadonlySet<string> = new Set(['access_token', 'id_token']);

/**
 * Names under which callbacks put a provider's tokens into the session, by way of Auth.js's token where there is a jwt
 * callback. Each counts, whether the session or its user gets it.
 */
export function tokenNames(jwt: Node | undefined, session: Node): ReadonlySet<string> {
  if (!jwt) return new Set();
  const inToken = namesFilledBy(jwt, TOKENS);
  return inToken.size === 0 ? inToken : namesFilledBy(session, inToken);
}

/** Names of properties that are given a value in which one of the others is read. */
function namesFilledBy(fn: Node, read: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  const note = (target: Node | undefined, value: Node | undefined): void => {
    const name = nameOf(target);
    if (name !== undefined && value && holds(value, (node) => reads(node, read))) names.add(name);
  };
  const visit = (node: Node): void => {
    if (node.type === 'AssignmentExpression' && isMember(child(node, 'left')))
      note(child(child(node, 'left'), 'property'), child(node, 'right'));
    if (/^(?:Object)?Property$/.test(node.type) && child(node, 'value')?.type.endsWith('Pattern') !== true)
      note(child(node, 'key'), child(node, 'value'));
    for (const { child: inner } of childrenOf(node)) visit(inner);
  };
  visit(fn);
  return names;
}

/** `token.accessToken`, or the constant that was taken out of it. */
const reads = (node: Node, names: ReadonlySet<string>): boolean =>
  (isMember(node) && names.has(nameOf(child(node, 'property')) ?? '')) ||
  (node.type === 'Identifier' && names.has(nameOf(node) ?? ''));
