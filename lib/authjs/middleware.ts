import type { Bindings } from '../ast/bindings.js';
import { child, childList, childrenOf, isFunction, nameOf, stringOf, unwrap, type Node } from '../ast/tree.js';
import type { Origin } from './modules.js';

/** v4's middleware: `withAuth`, and the default export, which is the same function (next-auth 4.24, next/middleware.js). */
export const isWithAuth = ({ module, name }: Origin): boolean =>
  module === 'next-auth/middleware' && (name === 'default' || name === 'withAuth');

/** Paths that v4's middleware lets pass, with all that begins so; its `/_next` is left out by the matchers written here. */
export const UNGATED_PREFIXES: readonly string[] = ['/api/auth', '/favicon.ico'];

/** What `withAuth(handler, options)` was given. */
export interface WithAuth {
  /** A function expression, or the name of a function. */
  readonly handler: Node | undefined;
  readonly signIn: string | undefined;
  readonly error: string | undefined;
  /** Whether everybody passes: `authorized: () => true`. */
  readonly isOpen: boolean;
  /** The callback that decides who passes, where it tests more than the token's presence. */
  readonly authorized: Node | undefined;
}

/** Why a call is left to a person. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
}

/** Code of the app's own that is not plainly the gate. */
export const HANDLER: Refusal = {
  rule: 'middleware-handler',
  message: 'this middleware has code of its own; move what it decides into clerkMiddleware()',
};
export const MATCHER: Refusal = {
  rule: 'middleware-matcher',
  message: 'its matcher has a form that is not rewritten; keep it as a test inside clerkMiddleware()',
};
/** v5's, in the config. */
export const AUTHORIZED_IN_CONFIG: Refusal = {
  rule: 'middleware-authorized',
  message: 'an authorized callback in the config may decide who passes; write its test in clerkMiddleware()',
};
const OPTIONS: Refusal = {
  rule: 'middleware-options',
  message: 'withAuth() gets options that are not written out here',
};
export const ROLE: Refusal = {
  rule: 'middleware-role',
  message:
    'this middleware reads more of the token than its presence; read the claim from (await auth()).sessionClaims',
};
export const AUTHORIZED: Refusal = {
  rule: 'middleware-authorized',
  message: 'an authorized callback decides who passes; write its test in clerkMiddleware()',
};

/** Reads the arguments of `withAuth(…)`: only what is written out, and only options whose meaning is plain. */
export function readWithAuth(args: readonly Node[], bindings: Bindings): WithAuth | Refusal {
  const [first, second] = args;
  const isOptions = first?.type === 'ObjectExpression';
  const options = isOptions ? first : second;
  if (!first || args.length > (isOptions ? 1 : 2)) return OPTIONS;
  const pages = {
    handler: isOptions ? undefined : first,
    signIn: undefined,
    error: undefined,
    isOpen: false,
    authorized: undefined,
  };
  return options ? readOptions(options, pages, bindings) : pages;
}

function readOptions(options: Node, plain: WithAuth, bindings: Bindings): WithAuth | Refusal {
  let read = plain;
  for (const [key, value] of entriesOf(options) ?? [[undefined, options] as const]) {
    if (key === 'secret') continue; // only Auth.js's own tokens need it
    const pages = key === 'pages' ? entriesOf(value) : undefined;
    const callbacks = key === 'callbacks' ? entriesOf(value) : undefined;
    if (pages?.every(([name, page]) => name !== undefined && stringOf(page) !== undefined)) {
      const page = (name: string) => stringOf(pages.find(([each]) => each === name)?.[1]);
      read = { ...read, signIn: page('signIn'), error: page('error') };
    } else if (callbacks) {
      const [[name, callback] = []] = callbacks;
      if (callbacks.length === 0) continue;
      if (callbacks.length > 1 || name !== 'authorized' || !callback) return OPTIONS;
      if (isAlwaysTrue(callback)) read = { ...read, isOpen: true };
      else if (!isPresenceTest(callback, bindings)) read = { ...read, authorized: callback };
    } else return OPTIONS;
  }
  return read;
}

/** The properties of an object literal, methods as well; undefined where a key or a spread can't be read. */
function entriesOf(node: Node): (readonly [string | undefined, Node])[] | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const entries: (readonly [string | undefined, Node])[] = [];
  for (const property of childList(node, 'properties')) {
    const value = property.type === 'ObjectMethod' ? property : child(property, 'value');
    if (property.type === 'SpreadElement' || property['computed'] || !value) return undefined;
    entries.push([nameOf(child(property, 'key')), value]);
  }
  return entries;
}

/** `({ token }) => !!token`, in the forms that mean the same. */
function isPresenceTest(callback: Node, bindings: Bindings): boolean {
  if (!isFunction(callback)) return false;
  const [parameter] = childList(callback, 'params');
  const property = childList(parameter?.type === 'ObjectPattern' ? parameter : undefined, 'properties').find(
    (each) => nameOf(child(each, 'key')) === 'token',
  );
  const token = bindings.of(child(property, 'value'));
  const result = unwrap(returnedBy(callback));
  if (!token || !result) return false;
  const isToken = (node: Node | undefined) => node?.type === 'Identifier' && bindings.of(node) === token;
  if (result.type === 'UnaryExpression' && result['operator'] === '!') {
    const inner = child(result, 'argument');
    return inner?.type === 'UnaryExpression' && inner['operator'] === '!' && isToken(child(inner, 'argument'));
  }
  if (result.type === 'CallExpression') {
    const [callee, args] = [child(result, 'callee'), childList(result, 'arguments')];
    const isBoolean = nameOf(callee) === 'Boolean' && bindings.of(callee) === undefined;
    return isBoolean && args.length === 1 && isToken(args[0]);
  }
  const isNotNull = result.type === 'BinaryExpression' && /^!==?$/.test(result['operator'] as string);
  return isNotNull && isToken(child(result, 'left')) && child(result, 'right')?.type === 'NullLiteral';
}

const isAlwaysTrue = (callback: Node): boolean =>
  isFunction(callback) && unwrap(returnedBy(callback))?.['value'] === true;

function returnedBy(callback: Node): Node | undefined {
  const body = child(callback, 'body');
  if (body?.type !== 'BlockStatement') return body;
  const [statement, ...rest] = childList(body, 'body');
  return statement?.type === 'ReturnStatement' && rest.length === 0 ? child(statement, 'argument') : undefined;
}

/**
 * What speaks against calling a handler of `withAuth` from Clerk's middleware.
 * @param handler the function
 */
export function handlerRefusal(handler: Node): Refusal | undefined {
  if (some(handler, (node) => nameOf(node) === 'nextauth')) return ROLE;
  const parameters = childList(handler, 'params');
  if (parameters.length <= 2 && parameters.every(({ type }) => type === 'Identifier' || type === 'ObjectPattern'))
    return undefined;
  return HANDLER;
}

function some(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  for (const { child: inner } of childrenOf(node)) if (some(inner, test)) return true;
  return false;
}

/** The names under which Next takes a middleware. */
export const EXPORTED: ReadonlySet<string> = new Set(['default', 'middleware', 'proxy']);

/**
 * The statement that exports an expression as the middleware, and nothing else.
 * @param expression `withAuth(…)`, `auth`
 */
export function exportOf(expression: Node, bindings: Bindings): Node | undefined {
  const parent = bindings.parentOf(expression);
  const statement = parent && bindings.parentOf(parent);
  switch (parent?.type) {
    case 'ExportDefaultDeclaration':
      return parent;
    case 'ExportSpecifier':
      return EXPORTED.has(nameOf(child(parent, 'exported')) ?? '') && childList(statement, 'specifiers').length === 1
        ? statement
        : undefined;
    case 'VariableDeclarator': {
      const binding = bindings.of(child(parent, 'id'));
      const exported = statement && bindings.parentOf(statement);
      return exported?.type === 'ExportNamedDeclaration' &&
        childList(statement, 'declarations').length === 1 &&
        EXPORTED.has(binding?.name ?? '') &&
        binding?.references.length === 0
        ? exported
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The names that `export { default } from '…'` takes and gives, if it does so for a middleware alone. */
export function passedOn(statement: Node): { imported: string; exported: string } | undefined {
  const [specifier, ...rest] = childList(statement, 'specifiers');
  const [imported, exported] = [nameOf(child(specifier, 'local')), nameOf(child(specifier, 'exported'))];
  if (rest.length > 0 || imported === undefined || exported === undefined || !EXPORTED.has(exported)) return undefined;
  return { imported, exported };
}
