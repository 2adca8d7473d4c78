import type { Bindings } from '../ast/bindings.js';
import { child, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import type { FieldMappings } from '../clerk/field-mappings.js';
import { isFieldName, type FieldName } from '../clerk/fields.js';
import { isParenthesized } from './contexts.js';
import { reasonFor, step, type Kind } from './kinds.js';

/** How a value is reached. */
export interface Path {
  /** Through `?.`: undefined comes out where nobody is signed in. */
  readonly optional: boolean;
  /** Through `!` or a cast: the compiler is told that somebody is. */
  readonly asserted: boolean;
  /** Through a cast to a type of the app's own, which says of a field what the code then takes for granted. */
  readonly isCast: boolean;
  /** It throws where nobody is signed in. */
  readonly throws: boolean;
}

/** What the code around a value has told the compiler of it. */
export type Assertion = Pick<Path, 'asserted' | 'isCast'>;

/** The longest member expression that starts at a reference and leads through what is known of a session. */
export function endOfChain(
  reference: Node,
  kind: Kind,
  given: Assertion,
  bindings: Bindings,
  fields: FieldMappings,
): ({ node: Node; at: Kind | FieldName } & Path) | { node: Node; why: string } {
  let node = reference;
  let at: Kind | FieldName = kind;
  let optional = false;
  let { asserted, isCast } = given;
  let throws = false;
  for (;;) {
    const parent = bindings.parentOf(node);
    if (!parent || isFieldName(at)) break;
    if (isTransparent(parent) && at !== 'status' && goesOn(parent, bindings)) {
      [node, asserted, isCast] = [parent, true, isCast || isOwnType(child(parent, 'typeAnnotation'))];
      continue;
    }
    if (!isMember(parent) || child(parent, 'object') !== node) break;
    const property = parent['computed'] ? stringOf(child(parent, 'property')) : nameOf(child(parent, 'property'));
    const next: Kind | FieldName | undefined = property === undefined ? undefined : step(at, property, fields);
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
  return { node, at, optional, asserted, isCast, throws };
}

/** A type that is not Auth.js's own session, by its name. */
const isOwnType = (type: Node | undefined): boolean =>
  type !== undefined && !/^(?:Session|DefaultSession)$/.test(nameOf(child(type, 'typeName')) ?? '');

/** A wrapper belongs to the chain only where the chain goes on behind it: `session!.user`, `(session as S).user`, `const { user } = session!`. */
function goesOn(wrapper: Node, bindings: Bindings): boolean {
  const outer = bindings.parentOf(wrapper);
  if (isMember(outer)) return child(outer, 'object') === wrapper;
  return outer?.type === 'VariableDeclarator';
}

const isTransparent = ({ type }: Node): boolean =>
  /^TS(?:NonNullExpression|AsExpression|SatisfiesExpression|TypeAssertion)$/.test(type);
