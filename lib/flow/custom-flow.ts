import type { Binding } from '../ast/bindings.js';
import { componentAround } from '../ast/components.js';
import type { Piece } from '../ast/edits.js';
import {
  child,
  childList,
  contains,
  isCall,
  isFunction,
  isMember,
  nameOf,
  stringOf,
  walk,
  type Node,
} from '../ast/tree.js';
import { happensElsewhere, placeOf } from '../clerk/sign-in-places.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { readsOf, type Read } from './custom-flow-result.js';
import { emailLinkOf, type EmailLink } from './email-link.js';
import { isPure } from './purity.js';
import { callOf, namesOf } from './sign-in-candidates.js';
import { isSilent, optionOf, pushedAfter } from './sign-in-wishes.js';

/** How a form of the app's own goes on by itself, asking Clerk by `useSignIn()`. */
export interface CustomFlow {
  readonly component: Node;
  readonly call: Node;
  /** What `signIn.password()` is given, in the order in which the app had it; or the link that is asked for. */
  readonly given: readonly (readonly [key: string, value: Node])[] | EmailLink;
  readonly reads: readonly Read[];
  readonly result: Binding;
  /** The type of the result, which was Auth.js's. */
  readonly annotation: Node | undefined;
  /** `const result = await signIn()`: its statement; `.then((result) => …)`: the callback. */
  readonly at: { readonly statement: Node } | { readonly callback: Node };
  /** Where somebody goes who has to take another step first: a literal, as it is written. */
  readonly target: Node | undefined;
  /** Arrays of dependencies that have to name what is called now. */
  readonly dependencies: readonly Node[];
}

/** By which keys forms name what Clerk knows people by. */
const IDENTIFIER = /^(?:e-?mail(?:Address)?|user_?name|name|login|identifier|phone(?:Number)?)$/i;

/**
 * Reads a call of the common shape: `signIn("credentials", { redirect: false, email, password })`, or one that asks for a
 * link by e-mail, as the first thing that a form's handler waits for, of whose result only `error`, `ok` and `status` are
 * read. Undefined for any other.
 */
export function customFlowOf(use: Use, file: SourceFile): CustomFlow | undefined {
  const { bindings } = file;
  const call = callOf(use, file);
  const component = componentAround(use.node, bindings);
  if (!call || !component || stringOf(childList(call, 'arguments')[0]) === undefined || !isSilent(call))
    return undefined;
  if (happensElsewhere(namesOf(component, file)) || isOnSignInPage(file) || file.edits.touches(call)) return undefined;
  const given = givenIn(call, file) ?? emailLinkOf(call, component, file);
  const handler = given && handlerOf(call, component, file);
  const taken = handler && takenBy(call, file);
  const reads = taken && readsOf(taken.result, file);
  if (!reads?.some(({ pieces }) => /^!?\w+\.error$/.test(String(pieces[0])))) return undefined;
  const returned = [...walk(handler!.fn)].some((each) => each.type === 'ReturnStatement' && child(each, 'argument'));
  if (returned && child(handler!.fn, 'returnType')) return undefined;
  const wanted = optionOf(call, file);
  const target = (typeof wanted === 'object' ? wanted : undefined) ?? soleLiteral(pushedAfter(call, file));
  return {
    component,
    call,
    given: given!,
    reads,
    ...taken!,
    target: stringOf(target) === undefined ? undefined : target,
    dependencies: handler!.dependencies,
  };
}

/** Clerk's page, where another step is taken, would be the very page that the form is on. */
function isOnSignInPage({ context: { route, signInPage, signInPart } }: SourceFile): boolean {
  const routes = [...(route === undefined ? [] : [route]), ...(signInPart?.routes ?? [])];
  return routes.some((each) => each === signInPage || placeOf([each]) !== undefined);
}

/** The one address that the code goes to afterwards. */
const soleLiteral = (pushed: readonly Node[]): Node | undefined =>
  new Set(pushed.map(stringOf)).size === 1 ? pushed[0] : undefined;

/** The identifier and the password among the options, if nothing else is there but where to go. */
function givenIn(call: Node, file: SourceFile): (readonly [string, Node])[] | undefined {
  const [provider, options, ...more] = childList(call, 'arguments');
  if (child(call, 'typeParameters') ?? child(call, 'typeArguments')) return undefined;
  if (nameOf(provider) !== 'credentials' || options?.type !== 'ObjectExpression' || more.length > 0) return undefined;
  if (/\/[/*]/.test(file.textOf(options))) return undefined; // comments would go
  const given: (readonly [string, Node])[] = [];
  for (const property of childList(options, 'properties')) {
    const name =
      property.type === 'ObjectProperty' && !property['computed'] ? nameOf(child(property, 'key')) : undefined;
    const value = child(property, 'value');
    if (name === undefined || !value || !isPure(value, true, file)) return undefined;
    if (name === 'password') given.push(['password', value]);
    else if (IDENTIFIER.test(name)) given.push([/mail/i.test(name) ? 'emailAddress' : 'identifier', value]);
    else if (!/^(?:redirect|callbackUrl|redirectTo)$/.test(name)) return undefined;
  }
  return given.length === 2 && given.some(([key]) => key === 'password') ? given : undefined;
}

/**
 * The function of the component that the call is in, handed to a form or called by one. Undefined where something is
 * waited for first: an account is made then, or a second factor is asked for.
 */
function handlerOf(
  call: Node,
  component: Node,
  { bindings }: SourceFile,
): { fn: Node; dependencies: Node[] } | undefined {
  const dependencies: Node[] = [];
  let fn: Node | undefined;
  for (const outer of bindings.ancestors(call)) {
    if (outer === component) return fn && !isLater(call, fn) ? { fn, dependencies } : undefined;
    if (!isFunction(outer)) continue;
    fn = outer;
    const parent = bindings.parentOf(outer);
    if (parent?.type === 'ObjectProperty' || outer.type === 'ObjectMethod') return undefined; // onSuccess
    if (!parent || !isCall(parent)) continue;
    const name = calledName(parent);
    if (name === 'useCallback') {
      const [, array] = childList(parent, 'arguments');
      if (array?.type !== 'ArrayExpression') return undefined;
      dependencies.push(array);
    } else if (!/^(?:handleSubmit|onSubmit|startTransition)$/.test(name ?? '')) return undefined;
  }
  return undefined;
}

/** Whether the function asks somebody else before it calls. */
const isLater = (call: Node, fn: Node): boolean =>
  [...walk(fn)].some((each) => {
    if (each.end > call.start || contains(each, call)) return false;
    const isAsked = isCall(each) && /^(?:fetch|axios|post|put|mutate(?:Async)?)$/.test(calledName(each) ?? '');
    return isAsked || each.type === 'AwaitExpression';
  });

function calledName(call: Node): string | undefined {
  const callee = child(call, 'callee');
  return nameOf(isMember(callee) ? child(callee, 'property') : callee);
}

/** Who takes the result: a constant, or the callback behind `.then`. */
function takenBy(call: Node, { bindings }: SourceFile): Pick<CustomFlow, 'result' | 'annotation' | 'at'> | undefined {
  const parent = bindings.parentOf(call);
  if (parent?.type === 'AwaitExpression') {
    const declarator = bindings.parentOf(parent);
    const statement = declarator && bindings.parentOf(declarator);
    const id = child(declarator, 'id');
    const result = id?.type === 'Identifier' ? bindings.of(id) : undefined;
    const isAlone = statement?.type === 'VariableDeclaration' && childList(statement, 'declarations').length === 1;
    if (!result || !isAlone || bindings.parentOf(statement)?.type !== 'BlockStatement') return undefined;
    return { result, annotation: child(id, 'typeAnnotation'), at: { statement } };
  }
  const isThen = isMember(parent) && nameOf(child(parent, 'property')) === 'then';
  const then = isThen ? bindings.parentOf(parent!) : undefined;
  const [callback, ...more] = isCall(then) ? childList(then, 'arguments') : [];
  const [parameter, ...others] = childList(callback, 'params');
  const isBlock = child(callback, 'body')?.type === 'BlockStatement';
  if (!callback || !isBlock || more.length + others.length > 0) return undefined;
  const result = parameter?.type === 'Identifier' ? bindings.of(parameter) : undefined;
  return result && { result, annotation: child(parameter, 'typeAnnotation'), at: { callback } };
}

/** What a value is written as: Clerk takes strings, where Auth.js took what there was. */
export function asString(value: Node, { path, style }: SourceFile): Piece[] {
  if (!/\.[cm]?tsx?$/.test(path)) return [value];
  if (isCall(value) && calledName(value) === 'get') return ['String(', value, ')']; // of a form's data
  return value.type === 'OptionalMemberExpression' ? [value, ` ?? ${style.quote.repeat(2)}`] : [value];
}
