import type { Binding, Bindings } from '../ast/bindings.js';
import {
  child,
  childList,
  childrenOf,
  contains,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  type Node,
  type Span,
} from '../ast/tree.js';
import { holds, isWrite, readsRow, returnsNull } from './callback-code.js';

/** What the generated module calls the app's callbacks by; the app's own module exports it. */
export const KEPT_NAME = 'sessionCallbacks';

/** Callbacks of the app's own that run without Auth.js: all that they need, the app or Clerk can give them. */
export interface KeptCallbacks {
  /** The top-level statement that holds the options. */
  readonly statement: Node;
  /** The properties to keep, in the order of the text. */
  readonly properties: readonly Node[];
  readonly strategy: 'jwt' | 'database';
  readonly hasJwt: boolean;
  /** The Prisma client that yields a user's row. */
  readonly client: Binding | undefined;
  /** Whether the callbacks read more of the user than Clerk's profile has. */
  readonly needsRow: boolean;
  /** Top-level statements besides imports that the callbacks need. */
  readonly needed: readonly Node[];
}

interface Input {
  readonly program: Node;
  readonly bindings: Bindings;
  readonly options: Span;
  /** Where the file refers to Auth.js. */
  readonly sites: readonly Span[];
}

/** Reads the callbacks that make a session; a text where they can't be kept says why. */
export function readCallbacks({ program, bindings, options, sites }: Input): KeptCallbacks | string {
  const statement = childList(program, 'body').find((each) => contains(each, options));
  const object = statement && find(statement, options);
  if (!object || [...bindings.ancestors(object)].some(isFunction)) return 'the options are made in a function';
  if (bindings.program.names.has(KEPT_NAME) || bindings.free.has(KEPT_NAME)) return `${KEPT_NAME} is a name already`;
  if (isServerActions(program)) return 'the file exports server actions alone';
  const callbacks = valueOf(object, 'callbacks');
  const list = childList(callbacks, 'properties');
  if (callbacks?.type !== 'ObjectExpression' || list.some(({ type }) => type.startsWith('Spread')))
    return 'the callbacks come from elsewhere';
  const strategy = strategyOf(object);
  if (strategy === undefined) return 'the session’s strategy is decided elsewhere';
  const named = (name: string) => list.find((each) => nameOf(child(each, 'key')) === name);
  const [session, jwt] = [named('session'), strategy === 'jwt' ? named('jwt') : undefined];
  if (!session) return 'there is no session callback';
  const properties = [session, ...(jwt ? [jwt] : [])].toSorted((a, b) => a.start - b.start);
  let needsRow = false;
  for (const property of properties) {
    const fn = functionIn(property);
    if (!fn) return 'a callback is no function in place';
    if (sites.some((site) => contains(property, site))) return 'a callback uses what is of Auth.js';
    if (holds(fn, (node) => node.type === 'ThisExpression')) return 'a callback refers to its options by this';
    if (property === jwt && holds(fn, returnsNull)) return 'the jwt callback ends sessions';
    if (property === jwt && holds(fn, isWrite)) return 'the jwt callback writes, at a sign-in perhaps';
    const given = property === jwt ? ['token', 'user'] : ['session', strategy === 'jwt' ? 'token' : 'user'];
    const parameters = parametersOf(fn);
    if (!parameters) return 'a callback takes its parameters apart in a way that is not followed';
    for (const [name, identifier] of parameters) {
      const binding = bindings.of(identifier);
      const isUnused = /^(?:user|token)$/.test(name) && binding?.references.length === 0;
      if (!given.includes(name) && !isUnused) return `a callback reads ${name}, which Clerk does not give`;
      if (name === 'user') needsRow ||= binding === undefined || readsRow(binding, bindings);
    }
  }
  const needed = neededBy(properties, program, bindings);
  if (needed.some((each) => sites.some((site) => contains(each, site))))
    return 'a callback needs a part of Auth.js’s set-up';
  const client = clientOf(object, program, bindings);
  if (needsRow && !client) return 'a callback reads more of the user than Clerk’s profile has';
  // What the jwt callback is given at a sign-in with credentials is what `authorize` gives back, and no row.
  const isAuthorize = (node: Node) => nameOf(child(node, 'key')) === 'authorize';
  const seesProviders = valueOf(object, 'providers')?.type === 'ArrayExpression' && !holds(program, isAuthorize);
  if (needsRow && strategy === 'jwt' && !seesProviders)
    return 'a callback reads of the user what authorize() puts there';
  return { statement: statement!, properties, strategy, hasJwt: jwt !== undefined, client, needsRow, needed };
}

function find(node: Node, { start, end }: Span): Node | undefined {
  if (node.type === 'ObjectExpression' && node.start === start && node.end === end) return node;
  for (const { child: inner } of childrenOf(node)) {
    const found = contains(inner, { start, end }) ? find(inner, { start, end }) : undefined;
    if (found) return found;
  }
  return undefined;
}

const valueOf = (object: Node, name: string): Node | undefined =>
  unwrap(
    child(
      childList(object, 'properties').find((each) => nameOf(child(each, 'key')) === name),
      'value',
    ),
  );

/** `"use server"` at the top, in either parser's form. */
const isServerActions = (program: Node): boolean =>
  childList(program, 'directives').some((each) => child(each, 'value')?.['value'] === 'use server') ||
  childList(program, 'body').some((each) => each['directive'] === 'use server');

/** As Auth.js decides: what is set, else by whether there is an adapter; undefined where a part of the options is not to be seen. */
function strategyOf(options: Node): 'jwt' | 'database' | undefined {
  const session = valueOf(options, 'session');
  const set = session && stringOf(unwrap(valueOf(session, 'strategy')));
  if (set === 'jwt' || set === 'database') return set;
  if (session && session.type !== 'ObjectExpression') return undefined;
  if (childList(options, 'properties').some(({ type }) => type.startsWith('Spread'))) return undefined;
  return valueOf(options, 'adapter') ? 'database' : 'jwt';
}

function functionIn(property: Node): Node | undefined {
  if (property['computed'] || property['kind'] === 'get' || property['kind'] === 'set') return undefined;
  const fn = property.type === 'ObjectMethod' ? property : child(property, 'value');
  return fn && isFunction(fn) && !fn['generator'] ? fn : undefined;
}

/** What `({ session, token: current })` takes, each with its identifier; undefined for other forms. */
function parametersOf(fn: Node): Map<string, Node> | undefined {
  const [pattern, ...others] = childList(fn, 'params');
  if (others.length > 0 || pattern?.type !== 'ObjectPattern') return undefined;
  const names = new Map<string, Node>();
  for (const property of childList(pattern, 'properties')) {
    const [name, value] = [nameOf(child(property, 'key')), child(property, 'value')];
    if (property['computed'] || name === undefined || value?.type !== 'Identifier') return undefined;
    names.set(name, value);
  }
  return names;
}

/** Statements of the file's own to which the spans refer, directly or by one another. */
function neededBy(spans: readonly Span[], program: Node, bindings: Bindings): Node[] {
  const needed = new Set<Node>();
  const queue = [...spans];
  for (let span = queue.pop(); span; span = queue.pop()) {
    const inside = span;
    for (const { scope, imported, identifiers, references } of bindings.all) {
      if (scope !== bindings.program || imported || !references.some((node) => contains(inside, node))) continue;
      const statement = childList(program, 'body').find((each) => contains(each, identifiers[0]!));
      if (!statement || needed.has(statement) || contains(statement, inside)) continue;
      needed.add(statement);
      queue.push(statement);
    }
  }
  return childList(program, 'body').filter((each) => needed.has(each));
}

/** The client of `PrismaAdapter(client)`: imported, or exported by the file itself, so that another module can have it. */
function clientOf(options: Node, program: Node, bindings: Bindings): Binding | undefined {
  const adapter = valueOf(options, 'adapter');
  if (nameOf(child(adapter, 'callee')) !== 'PrismaAdapter') return undefined;
  const binding = bindings.of(unwrap(childList(adapter, 'arguments')[0]));
  if (!binding || binding.scope !== bindings.program) return undefined;
  const isExported = childList(program, 'body').some(
    (each) => each.type === 'ExportNamedDeclaration' && contains(each, binding.identifiers[0]!),
  );
  return (binding.imported && binding.imported.name !== '*') || isExported ? binding : undefined;
}
