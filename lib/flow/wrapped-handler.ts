import type { Binding, Bindings } from '../ast/bindings.js';
import { languageOf } from '../ast/language.js';
import { child, childList, isCall, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { routeContext } from './route-context.js';
import type { NotUnderstood } from './server-source.js';

export const AUTH_WRAPPER = 'auth-wrapper';

/** A handler that v5's `auth()` wraps: a function that reads the session as `req.auth`. */
export interface Handler {
  /** Each `auth(handler)`: one, unless the function has a name. */
  readonly calls: readonly Node[];
  readonly fn: Node;
  /** What `calls` become, where the function stands elsewhere. */
  readonly name?: string | undefined;
  readonly body: Node;
  /** Its request, if it takes one. */
  readonly request: Node | undefined;
  /** Every `req.auth`. */
  readonly sessions: readonly Node[];
  /** `{ auth: session }`: the property, and the constant that it makes. */
  readonly taken?: { readonly property: Node; readonly binding: Binding } | undefined;
  /** Whether the request is read for anything else. */
  readonly readsRequest: boolean;
  /** The type that the second parameter had from `auth()`. */
  readonly contextType?: string | undefined;
}

export const refuse = (message: string): NotUnderstood => ({ rule: AUTH_WRAPPER, message });

/** Reads the handler of `auth(handler)`. */
export function handlerIn(call: Node, file: SourceFile): Handler | NotUnderstood {
  const { bindings } = file;
  const [given, ...others] = childList(call, 'arguments');
  const named = given && others.length === 0 ? namedHandler(given, call, file) : undefined;
  const fn = named?.fn ?? given;
  const calls = named?.calls ?? [call];
  if (!fn || others.length > 0 || !isFunction(fn))
    return refuse('the handler that auth() wraps is no function that this file has for that alone');
  if (calls.some((each) => isCalledAtOnce(each, file))) return refuse('what auth() returns is called on the spot');
  const body = child(fn, 'body')!;
  const [request, context] = childList(fn, 'params');
  if (fn['generator'] || (!fn['async'] && child(fn, 'returnType')))
    return refuse('the handler’s own type has to change');
  const lacksType = languageOf(file.path) !== 'js' && context !== undefined && !context['typeAnnotation'];
  const contextType = lacksType ? routeContext(context!, file) : undefined;
  if (lacksType && contextType === undefined)
    return refuse('give the handler’s second parameter its type, which came from auth()');
  const whole = { calls, fn, name: named?.name, body, request, contextType };
  if (!request) return { ...whole, sessions: [], readsRequest: false };
  if (request.type === 'ObjectPattern') return takenApart(request, whole, file);
  const binding = bindings.of(request);
  if (request.type !== 'Identifier' || !binding)
    return refuse('the handler takes its request apart; read the session inside it by Clerk’s auth()');
  const { references } = binding;
  if (!references.every((node) => isMemberOf(node, file) || isPlainRequest(node, file)))
    return refuse('the request is handed on, with its session');
  const sessions = references
    .filter((node) => isMemberOf(node, file))
    .map((node) => bindings.parentOf(node)!)
    .filter((member) => nameOf(child(member, 'property')) === 'auth');
  return { ...whole, sessions, readsRequest: sessions.length < references.length };
}

const isCalledAtOnce = (call: Node, { bindings }: SourceFile): boolean => {
  const parent = bindings.parentOf(call);
  return isCall(parent) && child(parent, 'callee') === call;
};

const isMemberOf = (node: Node, { bindings }: SourceFile): boolean => {
  const member = bindings.parentOf(node);
  return isMember(member) && child(member, 'object') === node && member!['computed'] !== true;
};

/** Packages that know of a request what Next says of it, and nothing of a session. */
const OF_NEXT = /^(?:next\/(?:server|headers)|@trpc\/server(?:\/.*)?|@vercel\/.*)$/;

/** Whether the request goes to code that can't ask it for the session: under another type, or to a package. */
function isPlainRequest(node: Node, { bindings, text }: SourceFile): boolean {
  let at = node;
  let parent = bindings.parentOf(at);
  while (parent?.type === 'TSAsExpression' && child(parent, 'expression') === at) {
    const type = child(parent, 'typeAnnotation')!;
    if (/^(?:Next)?Request$/.test(text.slice(type.start, type.end))) return true;
    if (type.type !== 'TSUnknownKeyword') return false;
    [at, parent] = [parent, bindings.parentOf(parent)];
  }
  if (isCall(parent) && takesRequest(parent!, childList(parent, 'arguments').indexOf(at), bindings, text)) return true;
  if (parent?.type === 'ObjectProperty' && child(parent, 'value') === at) {
    const object = bindings.parentOf(parent);
    [at, parent] = [object!, object && bindings.parentOf(object)];
  }
  if (!isCall(parent) || !childList(parent, 'arguments').includes(at)) return false;
  const callee = child(parent, 'callee');
  return callee?.type === 'Identifier' && OF_NEXT.test(bindings.of(callee)?.imported?.source ?? '');
}

/** Whether a function of the file's own, or one that it is given, says of a parameter that it is a request and no more. */
function takesRequest(call: Node, index: number, bindings: Bindings, text: string): boolean {
  const binding = child(call, 'callee')?.type === 'Identifier' ? bindings.of(child(call, 'callee')) : undefined;
  if (!binding || index < 0) return false;
  const init = child(binding.declaration, 'init');
  const type = child(child(binding.identifiers[0], 'typeAnnotation'), 'typeAnnotation');
  const isDeclared = child(binding.declaration, 'id') === binding.identifiers[0];
  const own = init ?? (isDeclared ? binding.declaration : undefined);
  const parameters =
    type?.type === 'TSFunctionType'
      ? [...childList(type, 'parameters'), ...childList(type, 'params')]
      : own && isFunction(own)
        ? childList(own, 'params')
        : [];
  const annotation = child(parameters[index], 'typeAnnotation');
  return annotation !== undefined && /^:\s*(?:Next)?Request$/.test(text.slice(annotation.start, annotation.end));
}

/** `async ({ auth, nextUrl }) => …` */
function takenApart(
  request: Node,
  whole: Omit<Handler, 'sessions' | 'readsRequest'>,
  { bindings }: SourceFile,
): Handler | NotUnderstood {
  const properties = childList(request, 'properties');
  const isPlain = (property: Node) => property.type === 'ObjectProperty' && property['computed'] === false;
  const property = properties.find((each) => isPlain(each) && nameOf(child(each, 'key')) === 'auth');
  const readsRequest = properties.some((each) => each !== property);
  if (!properties.every(isPlain) || request['typeAnnotation'])
    return refuse('the handler takes its request apart; read the session inside it by Clerk’s auth()');
  if (!property) return { ...whole, sessions: [], readsRequest };
  const binding = bindings.of(child(property, 'value'));
  return binding
    ? { ...whole, sessions: [], taken: { property, binding }, readsRequest }
    : refuse('the handler takes its session apart; read it by Clerk’s auth()');
}

/** `auth(handler)` around a function of the file's own that nothing else uses. */
function namedHandler(
  given: Node,
  call: Node,
  { bindings }: SourceFile,
): { fn: Node; name: string; calls: Node[] } | undefined {
  const binding = given.type === 'Identifier' ? bindings.of(given) : undefined;
  const declaration = binding?.declaration;
  const isConstant = declaration?.type === 'VariableDeclarator' && bindings.parentOf(declaration)?.['kind'] === 'const';
  const fn = isConstant ? child(declaration, 'init') : declaration;
  if (!binding || !fn || !isFunction(fn) || (!isConstant && fn.type !== 'FunctionDeclaration')) return undefined;
  if (isConstant && child(child(declaration, 'id'), 'typeAnnotation')) return undefined;
  const statement = bindings.parentOf(isConstant ? bindings.parentOf(declaration)! : fn);
  if (statement?.type.startsWith('Export')) return undefined;
  const callee = child(call, 'callee');
  const calls = binding.references.map((reference) => bindings.parentOf(reference)!);
  const areWrapped = calls.every((each) => {
    const args = childList(each, 'arguments');
    return (
      isCall(each) &&
      args.length === 1 &&
      args[0]?.type === 'Identifier' &&
      bindings.of(child(each, 'callee')) === bindings.of(callee)
    );
  });
  return areWrapped ? { fn, name: nameOf(given)!, calls } : undefined;
}
