import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, isMember, nameOf, stringOf, type Node } from '../ast/tree.js';
import { isFieldName, type FieldName } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { givesItsValueAsTest, isDependency, isTested, isWritten } from './contexts.js';

/** What a followed value is: the result of useSession(), the session, its user, or useSession()'s status. */
export type Kind = 'result' | 'session' | 'user' | 'status';

/** A constant that a person's id, name, email or image, or the user itself, is put into. */
export interface Alias {
  /** The whole declaration, which holds nothing else. */
  readonly declaration: Node;
  readonly declarator: Node;
  readonly bindings: readonly { binding: Binding; field: FieldName | 'user' }[];
  readonly optional: boolean;
}

/** One thing that a piece of code does with a session. `node` is the whole expression that a rewrite replaces. */
export type SessionUse =
  /** Is somebody signed in? `isStrict` where the value itself is compared or handed on, not only its truth. */
  | {
      readonly kind: 'presence';
      readonly node: Node;
      readonly through: Binding;
      readonly compared?: Comparison;
      readonly isValue: boolean;
    }
  | {
      readonly kind: 'field';
      readonly node: Node;
      readonly through: Binding;
      readonly field: FieldName;
      readonly optional: boolean;
      readonly isTested: boolean;
    }
  | { readonly kind: 'status'; readonly node: Node; readonly status: Status; readonly negated: boolean }
  | {
      readonly kind: 'dependency';
      readonly node: Node;
      readonly of: 'session' | 'status' | FieldName;
      readonly through: Binding;
    }
  | { readonly kind: 'escape'; readonly node: Node; readonly why: string };

export type Status = 'loading' | 'authenticated' | 'unauthenticated';

/** `=== null` and its like: what the other side is, and whether equality or its contrary is asked for. */
export interface Comparison {
  readonly to: 'null' | 'undefined' | 'nullish';
  readonly negated: boolean;
}

/** All that is done with one session: every reference ends in `uses`, or in an alias whose references do. */
export interface SessionFlow {
  readonly uses: SessionUse[];
  readonly aliases: Alias[];
}

/** Follows a constant that holds a session (or a part of it) through all of its references that no edit has taken out. */
export function follow(
  binding: Binding,
  kind: Kind,
  file: SourceFile,
  flow: SessionFlow = { uses: [], aliases: [] },
): SessionFlow {
  for (const reference of binding.references) {
    if (!file.edits.removes(reference)) followReference(reference, binding, kind, file, flow);
  }
  return flow;
}

/** Follows one expression that yields a session: a reference, or the call itself. */
export function followReference(
  reference: Node,
  through: Binding,
  kind: Kind,
  file: SourceFile,
  flow: SessionFlow,
): void {
  const { bindings } = file;
  const escape = (node: Node, why: string) => void flow.uses.push({ kind: 'escape', node, why });
  let node = reference;
  let at: Kind | FieldName = kind;
  let optional = false;
  for (;;) {
    const parent = bindings.parentOf(node);
    if (parent && isTransparent(parent) && child(parent, 'expression') === node && at !== 'status') {
      const outer = bindings.parentOf(parent);
      // `session!.user` and `(session as S).user`: the wrapper belongs to the chain only where the chain goes on.
      if (outer && isMember(outer) && child(outer, 'object') === parent && !isFieldName(at)) {
        node = parent;
        continue;
      }
    }
    if (!parent || !isMember(parent) || child(parent, 'object') !== node || isFieldName(at)) break;
    const property = parent['computed'] ? stringOf(child(parent, 'property')) : nameOf(child(parent, 'property'));
    const next: Kind | FieldName | undefined = property === undefined ? undefined : step(at, property);
    if (next === undefined) return escape(parent, reasonFor(at, property));
    optional ||= parent['optional'] === true;
    [node, at] = [parent, next];
  }
  if (isWritten(node, bindings)) return escape(node, 'it is written to');
  if (at === 'result') return escape(node, 'the result of useSession() is handed on');
  if (at === 'status') return followStatus(node, through, bindings, flow);
  if (isDependency(node, bindings))
    return void flow.uses.push({ kind: 'dependency', node, of: isFieldName(at) ? at : 'session', through });
  if (isFieldName(at)) {
    const alias = aliasOf(node, at, optional, bindings);
    if (alias && at === 'id') flow.aliases.push(alias);
    return void flow.uses.push({
      kind: 'field',
      node,
      through,
      field: at,
      optional,
      isTested: givesItsValueAsTest(node, bindings),
    });
  }
  const alias = aliasOf(node, at, optional, bindings);
  if (alias) {
    flow.aliases.push(alias);
    for (const { binding, field } of alias.bindings) if (field === 'user') follow(binding, 'user', file, flow);
    return;
  }
  const compared = comparisonOf(node, bindings);
  if (compared)
    return void flow.uses.push({ kind: 'presence', node: bindings.parentOf(node)!, through, compared, isValue: false });
  const tested = isTested(node, bindings);
  if (tested === 'no')
    return escape(node, at === 'user' ? 'the user is handed on whole' : 'the session is handed on whole');
  flow.uses.push({ kind: 'presence', node, through, isValue: tested === 'value' });
}

function step(from: Kind | FieldName, property: string): Kind | FieldName | undefined {
  if (from === 'result') return property === 'data' ? 'session' : property === 'status' ? 'status' : undefined;
  if (from === 'session') return property === 'user' ? 'user' : undefined;
  return from === 'user' && isFieldName(property) ? property : undefined;
}

function reasonFor(at: Kind | FieldName, property: string | undefined): string {
  if (property === undefined) return 'a computed property of it is read';
  if (at === 'result') return property === 'update' ? 'it is updated by update()' : `useSession().${property} is read`;
  return at === 'user'
    ? `a field of the app’s own is read: user.${property}`
    : `a field of the session is read: ${property}`;
}

const isTransparent = ({ type }: Node): boolean =>
  type === 'TSNonNullExpression' ||
  type === 'TSAsExpression' ||
  type === 'TSSatisfiesExpression' ||
  type === 'TSTypeAssertion';

function followStatus(node: Node, through: Binding, bindings: Bindings, flow: SessionFlow): void {
  if (isDependency(node, bindings)) return void flow.uses.push({ kind: 'dependency', node, of: 'status', through });
  const parent = bindings.parentOf(node);
  const other =
    parent?.type === 'BinaryExpression' &&
    (child(parent, 'left') === node ? child(parent, 'right') : child(parent, 'left'));
  const status = other ? stringOf(other) : undefined;
  const operator = /^([=!])==?$/.exec(String(parent?.['operator']))?.[1];
  if (!operator || (status !== 'loading' && status !== 'authenticated' && status !== 'unauthenticated')) {
    flow.uses.push({ kind: 'escape', node, why: 'the status is handed on' });
    return;
  }
  flow.uses.push({ kind: 'status', node: parent as Node, status, negated: operator === '!' });
}

function comparisonOf(node: Node, bindings: Bindings): Comparison | undefined {
  const parent = bindings.parentOf(node);
  const operator = parent?.type === 'BinaryExpression' ? /^([=!])=(=?)$/.exec(String(parent['operator'])) : null;
  if (!parent || !operator) return undefined;
  const other = child(parent, 'left') === node ? child(parent, 'right') : child(parent, 'left');
  const to =
    other?.type === 'NullLiteral'
      ? 'null'
      : other?.type === 'Identifier' && nameOf(other) === 'undefined'
        ? 'undefined'
        : undefined;
  return to && { to: operator[2] === '' ? 'nullish' : to, negated: operator[1] === '!' };
}

/** `const user = session?.user`, `const { user } = session`, `const { id, email } = session.user`, `const id = session.user.id`. */
function aliasOf(node: Node, at: Kind | FieldName, optional: boolean, bindings: Bindings): Alias | undefined {
  const declarator = bindings.parentOf(node);
  const declaration = declarator && bindings.parentOf(declarator);
  if (
    declarator?.type !== 'VariableDeclarator' ||
    child(declarator, 'init') !== node ||
    declaration?.['kind'] !== 'const'
  )
    return undefined;
  const place = bindings.placeOf(declaration);
  if (childList(declaration, 'declarations').length !== 1 || place?.index === undefined) return undefined;
  const id = child(declarator, 'id')!;
  const part = (identifier: Node | undefined, field: FieldName | 'user') => {
    const binding = bindings.of(identifier);
    return binding && identifier?.type === 'Identifier' ? [{ binding, field }] : undefined;
  };
  if (id.type === 'Identifier') {
    if (id['typeAnnotation'] || at === 'session' || at === 'result' || at === 'status') return undefined;
    const list = part(id, at);
    return list && { declaration, declarator, bindings: list, optional };
  }
  if (id.type !== 'ObjectPattern' || isFieldName(at)) return undefined;
  const list: { binding: Binding; field: FieldName | 'user' }[] = [];
  for (const property of childList(id, 'properties')) {
    const name = property.type === 'RestElement' || property['computed'] ? undefined : nameOf(child(property, 'key'));
    const next = name === undefined ? undefined : step(at, name);
    const found =
      next === 'user' || isFieldName(next ?? '')
        ? part(child(property, 'value'), next as FieldName | 'user')
        : undefined;
    if (!found) return undefined;
    list.push(...found);
  }
  return list.length > 0 ? { declaration, declarator, bindings: list, optional } : undefined;
}
