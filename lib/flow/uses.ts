import type { Binding, Bindings } from '../ast/bindings.js';
import { child, isMember, stringOf, type Node } from '../ast/tree.js';
import { isMappedName, NO_MAPPINGS, pathOf, type FieldMappings } from '../clerk/field-mappings.js';
import { isFieldName, type FieldName } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { aliasOf, type Alias } from './aliases.js';
import { asksForValue, isDependency, isTested, isWritten } from './contexts.js';
import type { Kind } from './kinds.js';
import { endOfChain, type Assertion, type Path } from './path.js';
import { comparisonOf, statusOf, type Comparison, type Status } from './comparisons.js';

/** One thing that a piece of code does with a session. `node` is the whole expression that a rewrite replaces. */
export type SessionUse =
  /** Is somebody signed in? */
  | {
      readonly kind: 'presence';
      readonly node: Node;
      readonly compared?: Comparison;
      readonly throws: boolean;
      /** What comes out of an `&&` where nobody is, and is used there. */
      readonly valueIfNone?: 'null' | 'undefined' | undefined;
    }
  | FieldUse
  | { readonly kind: 'status'; readonly node: Node; readonly status: Status; readonly negated: boolean }
  | {
      readonly kind: 'dependency';
      readonly node: Node;
      readonly of: 'session' | 'status' | FieldName;
      readonly optional: boolean;
    }
  /** The session is handed on where nobody can be signed in, so that it is null. */
  | { readonly kind: 'absent'; readonly node: Node }
  | { readonly kind: 'escape'; readonly node: Node; readonly why: string; readonly isSession?: boolean };

export interface FieldUse extends Path {
  readonly kind: 'field';
  readonly node: Node;
  readonly field: FieldName;
  readonly asks: 'value' | 'truth' | 'value-if-any';
  /** The code goes on as if there were a value: `.email.split()`. */
  readonly isGranted: boolean;
  /** With the `!` or the `as string` behind it, which go where somebody is known to be signed in. */
  readonly whole: Node;
}

/** All that is done with one session: every reference ends in `uses`, or in an alias whose references do. */
export interface SessionFlow {
  readonly uses: SessionUse[];
  readonly aliases: Alias[];
}

/** Nothing has been said of a value yet. */
export const NOTHING: Assertion = { asserted: false, isCast: false };

/** Follows a constant that holds a session (or a part of it) through all of its references that no edit has taken out. */
export function follow(
  binding: Binding,
  kind: Kind,
  file: SourceFile,
  flow: SessionFlow = { uses: [], aliases: [] },
  given: Assertion = NOTHING,
): SessionFlow {
  for (const reference of binding.references)
    if (!file.edits.removes(reference)) followReference(reference, kind, given, file, flow);
  return flow;
}

/** Follows one expression that holds a session: a reference, or the call that yields it. */
export function followReference(
  reference: Node,
  kind: Kind,
  given: Assertion,
  file: SourceFile,
  flow: SessionFlow,
): void {
  const { bindings } = file;
  const escape = (node: Node, why: string) => void flow.uses.push({ kind: 'escape', node, why });
  const mapped = mappingsFor(file);
  const end = endOfChain(reference, kind, given, bindings, mapped);
  if ('why' in end) return escape(end.node, end.why);
  const { node, at, ...path } = end;
  if (isWritten(node, bindings)) return escape(node, 'it is written to');
  if (at === 'result') return escape(node, 'the result of useSession() is handed on');
  if (isDependency(node, bindings))
    return void flow.uses.push({
      kind: 'dependency',
      node,
      of: at === 'user' || at === 'token' ? 'session' : at,
      optional: path.optional,
    });
  if (at === 'status') return void flow.uses.push(statusOf(node, bindings) ?? handedOn(node, 'the status'));
  if (isFieldName(at)) return followField(node, at, path, file, flow);
  const alias = aliasOf(node, at, path, bindings, mapped);
  if (alias) {
    flow.aliases.push(alias);
    for (const { binding, field } of alias.bindings) if (field === 'user') follow(binding, 'user', file, flow, path);
    return;
  }
  const found = comparisonOf(node, bindings);
  // Where nobody is signed in, `session?.user` is undefined, and null never.
  if (at === 'user' && found?.to === 'null') return escape(node, 'the user is compared with null');
  const compared = found && at === 'user' ? { ...found, to: 'nullish' as const } : found;
  const { throws } = path;
  const asked = at === 'session' ? askedFor(node, bindings) : undefined;
  if (asked) return void flow.uses.push({ kind: 'presence', node: asked, throws: true });
  if (compared) return void flow.uses.push({ kind: 'presence', node: bindings.parentOf(node)!, compared, throws });
  const tested = isTested(node, bindings);
  if (tested === 'no') return void flow.uses.push({ ...handedOn(node, `the ${at}`), isSession: at === 'session' });
  const valueIfNone = tested !== 'value' ? undefined : path.optional || at === 'user' ? 'undefined' : 'null';
  flow.uses.push({ kind: 'presence', node, throws, valueIfNone });
}

/** The `'user' in session` around a session: every session has both, and the operator throws where there is none. */
function askedFor(node: Node, bindings: Bindings): Node | undefined {
  const parent = bindings.parentOf(node);
  const isIn = parent?.['operator'] === 'in' && child(parent, 'right') === node;
  return isIn &&
    /^(?:user|expires)$/.test(stringOf(child(parent, 'left')) ?? '') &&
    isTested(parent!, bindings) === 'truth'
    ? parent
    : undefined;
}

const handedOn = (node: Node, what: string): SessionUse & { kind: 'escape' } => ({
  kind: 'escape',
  node,
  why: `${what} is handed on${what === 'the status' ? '' : ' whole'}`,
});

/** The fields of the app's own that are followed; a middleware reads them off the session's claims. */
const mappingsFor = ({ context }: SourceFile): FieldMappings =>
  context.routeKind === 'middleware' ? NO_MAPPINGS : context.fields;

/** Where a value may be of any type, or is given one anew. */
const TYPELESS = /^(?:BinaryExpression|LogicalExpression|TemplateLiteral|TS(?:As|Satisfies|NonNull)Expression)$/;

function followField(node: Node, field: FieldName, path: Path, file: SourceFile, flow: SessionFlow): void {
  const { bindings } = file;
  const shown = isMappedName(field) ? pathOf(field) : `user.${field}`;
  const escape = (why: string) => void flow.uses.push({ kind: 'escape', node, why });
  const { throws } = path;
  const compared = comparisonOf(node, bindings);
  const tested = isTested(node, bindings);
  if (compared?.to === 'null' || (compared?.to === 'undefined' && field !== 'id'))
    return escape(`${shown} is compared with ${compared.to}`);
  // Whoever is signed in has an id.
  if (compared && field === 'id') {
    const nullish = { ...compared, to: 'nullish' as const };
    return void flow.uses.push({ kind: 'presence', node: bindings.parentOf(node)!, compared: nullish, throws });
  }
  if (tested !== 'no' && field === 'id') {
    const valueIfNone = tested === 'value' ? ('undefined' as const) : undefined;
    return void flow.uses.push({ kind: 'presence', node, throws, valueIfNone });
  }
  const whole = withAssertion(node, field, bindings);
  const alias = aliasOf(whole, field, path, bindings, mappingsFor(file));
  if (alias?.isCompared) return escape(`${shown} is compared with null or undefined`);
  if (alias) flow.aliases.push(alias);
  const asks = tested === 'truth' ? 'truth' : compared || asksForValue(node, bindings) || alias?.isTested;
  const parent = bindings.parentOf(node);
  flow.uses.push({
    kind: 'field',
    node,
    whole,
    field,
    ...path,
    isCast: path.isCast && !TYPELESS.test(parent?.type ?? ''),
    asks: asks === 'truth' ? 'truth' : asks ? 'value-if-any' : 'value',
    isGranted: isMember(parent) && child(parent, 'object') === node && parent!['optional'] !== true,
  });
}

/** `.id!` and `.id as string`: Clerk's id is always a string, its image too, and an email takes its `!` inside. */
function withAssertion(node: Node, field: FieldName, bindings: Bindings): Node {
  const parent = bindings.parentOf(node);
  if (field === 'name' || isMappedName(field) || !parent) return node;
  if (parent.type === 'TSNonNullExpression') return parent;
  const isString = parent.type === 'TSAsExpression' && child(parent, 'typeAnnotation')?.type === 'TSStringKeyword';
  return isString && field !== 'email' ? parent : node;
}
