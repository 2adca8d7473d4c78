import type { Bindings } from '../ast/bindings.js';
import { child, isMember, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import { isAsked } from './callback-code.js';

/** What the jwt callback reads of `account`: who the person came by, or what the provider gave them besides. */
export type AccountRead = 'provider' | 'tokens';

const PLAIN = new Set(['provider', 'type', 'providerAccountId', 'userId']);
/** What Clerk keeps of a provider's tokens; it refreshes them itself, and gives no refresh token away. */
const TOKENS = new Set(['access_token', 'id_token']);
/** Ids of Auth.js's that Clerk has other names for: a comparison with one would fail. */
const RENAMED = /^(?:azure-ad.*|microsoft-entra-id|linkedin|twitter)$/;

/** What is read of an account; undefined where it is more than Clerk can give. */
export function accountReads(references: readonly Node[], bindings: Bindings): Set<AccountRead> | undefined {
  const reads = new Set<AccountRead>();
  for (const node of references) {
    const parent = bindings.parentOf(node);
    const name = isMember(parent) && child(parent, 'object') === node ? nameOf(child(parent, 'property')) : undefined;
    if (parent?.['computed'] === true) return undefined;
    if (name === undefined) {
      if (!isAsked(node, bindings)) return undefined;
    } else if (TOKENS.has(name)) reads.add('tokens');
    else if (!PLAIN.has(name) || isRenamed(parent!, bindings)) return undefined;
    reads.add('provider');
  }
  return reads;
}

/** `account.provider === "azure-ad"` */
function isRenamed(member: Node, bindings: Bindings): boolean {
  let value = member;
  while (bindings.parentOf(value)?.type === 'ChainExpression') value = bindings.parentOf(value)!;
  const test = bindings.parentOf(value);
  if (test?.type !== 'BinaryExpression') return test?.type === 'SwitchStatement';
  const other = child(test, 'left') === value ? child(test, 'right') : child(test, 'left');
  const id = stringOf(unwrap(other));
  return id === undefined || RENAMED.test(id);
}
