import type { Binding } from '../ast/bindings.js';
import {
  child,
  childList,
  contains,
  isCall,
  isFunction,
  isMember,
  nameOf,
  unwrap,
  walk,
  type Node,
} from '../ast/tree.js';
import { HANDLER, type Refusal } from '../authjs/middleware.js';
import { isInstance } from '../authjs/session-calls.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import type { OwnMiddleware } from './middleware-form.js';
import { follow, followReference, NOTHING, type SessionFlow } from './uses.js';

/** One place where a middleware gets at its session or token. */
export interface Source {
  /** The expression that yields it: `req.auth`, `await getToken({ req })`; a property of a pattern. */
  readonly node: Node;
  readonly kind: 'session' | 'token';
  /** The use of `getToken` or `auth`, and the call around it. */
  readonly asked: { readonly entry: Entry; readonly call: Node } | undefined;
  /** The constant that it is put into, alone in its declaration. */
  readonly declarator: Node | undefined;
  readonly flow: SessionFlow;
}

/** Where v5 and v4 put the session for a handler: `req.auth`, `req.nextauth.token`. */
const CARRIED = { instance: ['auth'], withAuth: ['nextauth', 'token'], own: [] } as const;

/** Options of `getToken()` that say where the token is and how it is opened: nothing that Clerk's needs. */
const TOKEN_OPTIONS = /^(?:req|secret|secureCookie|cookieName|salt|logger)$/;

/** All the places where the middleware reads who is signed in, each followed to its uses. */
export function findSources(own: OwnMiddleware, file: SourceFile): Source[] | Refusal {
  const sources: Source[] = [];
  for (const entry of file.entries) {
    if (entry.settlement || entry.site.kind !== 'use' || !contains(own.fn, entry.node)) continue;
    const { origin } = entry.site;
    const isToken = origin.name === 'getToken' && origin.module.endsWith('/jwt');
    if (!isToken && !isInstance('auth')(origin)) continue;
    const call = file.bindings.parentOf(entry.node);
    const awaited = call && file.bindings.parentOf(call);
    if (!call || !isCall(call) || child(call, 'callee') !== entry.node || awaited?.type !== 'AwaitExpression')
      return HANDLER;
    if (isToken ? !isPlainToken(call) : childList(call, 'arguments').length > 0) return HANDLER;
    if (enclosingFunction(call, file) !== own.fn) return HANDLER;
    sources.push(sourceOf(awaited, isToken ? 'token' : 'session', { entry, call }, file));
  }
  const carried = carriedBy(own, file);
  return carried ? [...sources, ...carried] : HANDLER;
}

function isPlainToken(call: Node): boolean {
  const [options, ...others] = childList(call, 'arguments');
  return (
    options?.type === 'ObjectExpression' &&
    others.length === 0 &&
    childList(options, 'properties').every(
      (each) => each.type === 'ObjectProperty' && TOKEN_OPTIONS.test(nameOf(child(each, 'key')) ?? ''),
    )
  );
}

/** The nearest function around a node. */
export function enclosingFunction(node: Node, { bindings }: SourceFile): Node | undefined {
  for (const at of bindings.ancestors(node)) if (isFunction(at)) return at;
  return undefined;
}

/** What the request carries; undefined where some of it can't be told. */
function carriedBy({ form, fn }: OwnMiddleware, file: SourceFile): Source[] | undefined {
  const path = CARRIED[form];
  const [first, second] = path;
  if (first === undefined) return [];
  const kind = form === 'instance' ? 'session' : 'token';
  const [parameter] = childList(fn, 'params');
  const request = parameter?.type === 'Identifier' ? file.bindings.of(parameter) : undefined;
  const found: Source[] = [];
  const members = new Set<Node>();
  for (const reference of request?.references ?? []) {
    const pattern = patternOf(reference, file);
    if (pattern) {
      const property = propertyOf(pattern, first);
      if (!property) continue;
      if (second !== undefined) return undefined; // `const { nextauth } = req`
      found.push(...patternSource(property, kind, file));
      continue;
    }
    let node: Node | null | undefined = memberOf(reference, first, file);
    if (node) members.add(node);
    const inner = node && second !== undefined ? patternOf(node, file) : undefined; // `const { token } = req.nextauth`
    if (inner) {
      const property = propertyOf(inner, second!);
      if (property) found.push(...patternSource(property, kind, file));
      continue;
    }
    if (node && second !== undefined) node = memberOf(node, second, file) ?? null;
    if (node === null) return undefined;
    if (node) found.push(sourceOf(node, kind, undefined, file));
  }
  if (parameter?.type === 'ObjectPattern') {
    const property = propertyOf(parameter, first);
    if (property && second !== undefined) return undefined;
    if (property) found.push(...patternSource(property, kind, file));
  }
  // Another function that looks for it on a request would find nothing.
  const others = membersNamed(file.program, first).filter((node) => !members.has(node) && !isThisOrName(node));
  return others.length > 0 || found.some(({ node }) => node.type === 'RestElement') ? undefined : found;
}

const isThisOrName = (node: Node): boolean => !/^(?:Identifier|TS)/.test(unwrap(child(node, 'object'))?.type ?? '');

const membersNamed = (root: Node, name: string): Node[] =>
  [...walk(root)].filter((node) => isMember(node) && !node['computed'] && nameOf(child(node, 'property')) === name);

/** `object.name`, where that is what is done with the object; a cast of the object stands in between, perhaps. */
function memberOf(object: Node, name: string, { bindings }: SourceFile): Node | undefined {
  let at = object;
  let parent = bindings.parentOf(at);
  while (parent && /^TS(?:NonNull|As)Expression$/.test(parent.type)) [at, parent] = [parent, bindings.parentOf(parent)];
  const isIt = isMember(parent) && child(parent, 'object') === at && !parent!['computed'];
  return isIt && nameOf(child(parent, 'property')) === name ? parent : undefined;
}

/** The pattern that takes an object apart: `const { nextUrl, auth } = req`. */
function patternOf(object: Node, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(object);
  const id =
    parent?.type === 'VariableDeclarator' && child(parent, 'init') === object ? child(parent, 'id') : undefined;
  return id?.type === 'ObjectPattern' ? id : undefined;
}

/** The property that takes a name; a rest element, which takes what no other does. */
function propertyOf(pattern: Node, name: string): Node | undefined {
  const properties = childList(pattern, 'properties');
  return (
    properties.find((each) => nameOf(child(each, 'key')) === name) ??
    properties.find(({ type }) => type === 'RestElement')
  );
}

/** What a pattern takes: `{ auth }`, `{ auth: session }`. */
export function patternSource(property: Node, kind: Source['kind'], file: SourceFile): Source[] {
  const declaration = file.bindings.parentOf(file.bindings.parentOf(file.bindings.parentOf(property)!)!);
  const isConstant =
    declaration?.type !== 'VariableDeclaration' ||
    (declaration['kind'] === 'const' && childList(declaration, 'declarations').length === 1);
  const binding = file.bindings.of(child(property, 'value'));
  const flow: SessionFlow = { uses: [], aliases: [] };
  if (binding && isConstant) follow(binding, kind, file, flow);
  else flow.uses.push({ kind: 'escape', node: property, why: `the ${kind} is taken apart in a pattern` });
  return [{ node: property, kind, asked: undefined, declarator: undefined, flow }];
}

/** What is done with an expression that yields a session or token. */
export function sourceOf(node: Node, kind: Source['kind'], asked: Source['asked'], file: SourceFile): Source {
  const { bindings } = file;
  let value = node;
  let parent = bindings.parentOf(value);
  while (parent && /^TS(?:NonNull|As)Expression$/.test(parent.type) && child(parent, 'expression') === value)
    [value, parent] = [parent, bindings.parentOf(parent)];
  const id = parent?.type === 'VariableDeclarator' && child(parent, 'init') === value ? child(parent, 'id') : undefined;
  const binding = id?.type === 'Identifier' ? bindings.of(id) : undefined;
  if (binding && isOneConstant(parent!, binding, file))
    return { node, kind, asked, declarator: parent, flow: follow(binding, kind, file) };
  const flow: SessionFlow = { uses: [], aliases: [] };
  followReference(node, kind, NOTHING, file, flow);
  return { node, kind, asked, declarator: undefined, flow };
}

function isOneConstant(declarator: Node, binding: Binding, { bindings }: SourceFile): boolean {
  const declaration = bindings.parentOf(declarator);
  return (
    declaration?.['kind'] === 'const' &&
    binding.identifiers.length === 1 &&
    childList(declaration, 'declarations').length === 1
  );
}
