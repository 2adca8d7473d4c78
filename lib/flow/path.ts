import type { Bindings } from '../ast/bindings.js';
import { child, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import { isFieldName, type FieldName } from '../clerk/fields.js';
import { isParenthesized } from './contexts.js';
import { reasonFor, step, type Kind } from './kinds.js';

/** How a value is reached. */
export interface Path {
  /** Through `?.`: undefined comes out where nobody is signed in. */
  readonly optional: boolean;
  /** Through `!` or a cast: the compiler is told that somebody is. */
  readonly asserted: boolean;
  /** It throws where nobody is signed in. */
  readonly throws: boolean;
}

/** The longest member expression that starts at a reference and leads through what is known of a session. */
export function endOfChain(
  reference: Node,
  kind: Kind,
  isAsserted: boolean,
  bindings: Bindings,
): ({ node: Node; at: Kind | FieldName } & Path) | { node: Node; why: string } {
  let node = reference;
  let at: Kind | FieldName = kind;
  let optional = false;
  let asserted = isAsserted;
  let throws = false;
  for (;;) {
    const parent = bindings.parentOf(node);
    if (!parent || isFieldName(at)) break;
    if (isTransparent(parent) && at !== 'status' && goesOn(parent, bindings)) {
      [node, asserted] = [parent, true];
      continue;
    }
    if (!isMember(parent) || child(parent, 'object') !== node) break;
    const property = parent['computed'] ? stringOf(child(parent, 'property')) : nameOf(child(parent, 'property'));
    const next: Kind | FieldName | undefined = property === undefined ? undefined : step(at, property);
    if (next === undefined) return { node: parent, why: reasonFor(at, property) };
    // `(session?.user).id` throws where `session?.user.id` does not.
    if (isParenthesized(node) && parent.type === 'MemberExpression') optional = false;
    // `session.user?.id` throws where there is no session.
    if (at === 'session' || kind === 'user' || kind === 'token') {
      optional ||= parent['optional'] === true;
      throws = !optional;
    }
    [node, at] = [parent, next];
  }
  return { node, at, optional, asserted, throws };
}

/** A wrapper belongs to the chain only where the chain goes on behind it: `session!.user`, `(session as S).user`, `const { user } = session!`. */
function goesOn(wrapper: Node, bindings: Bindings): boolean {
  const outer = bindings.parentOf(wrapper);
  if (isMember(outer)) return child(outer, 'object') === wrapper;
  return wrapper.type === 'TSNonNullExpression' && outer?.type === 'VariableDeclarator';
}

const isTransparent = ({ type }: Node): boolean =>
  /^TS(?:NonNullExpression|AsExpression|SatisfiesExpression|TypeAssertion)$/.test(type);
