import type { Bindings } from '../ast/bindings.js';
import { child, isMember, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import { RENEWAL, TOKENS } from './account-tokens.js';
import { isAsked } from './callback-code.js';

/** What the jwt callback reads of `account`: who the person came by, what the provider gave them, or what would renew that. */
export type AccountRead = 'provider' | 'tokens' | 'renewal';

const PLAIN = new Set(['provider', 'type', 'providerAccountId', 'userId']);
/** Ids of Auth.js's that Clerk has other names for: a comparison with one would fail. */
const RENAMED = /^(?:azure-ad.*|microsoft-entra-id|linkedin|twitter)$/;

/**
 * What is read of an account; undefined where it is more than Clerk can give.
 * @param renews whether the callback does nothing at a sign-in with what would renew a token but keep it
 */
export function accountReads(
  references: readonly Node[],
  bindings: Bindings,
  renews = false,
): Set<AccountRead> | undefined {
  const reads = new Set<AccountRead>();
  for (const node of references) {
    const parent = bindings.parentOf(node);
    const name = isMember(parent) && child(parent, 'object') === node ? nameOf(child(parent, 'property')) : undefined;
    if (parent?.['computed'] === true) return undefined;
    if (name === undefined) {
      if (!isAsked(node, bindings)) return undefined;
    } else if (TOKENS.has(name)) reads.add('tokens');
    else if (renews && RENEWAL.has(name)) reads.add('renewal');
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
