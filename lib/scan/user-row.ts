import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, contains, isFunction, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import { valueOf } from './callback-scope.js';
import { columnsOf } from './row-columns.js';
import { clientOfProperty, clientsOf, givenBack, seen } from './row-values.js';
import type { Site } from './sites.js';

/** Options of Auth.js, or a part of them, in their file. */
export interface OptionsPart {
  readonly path: string;
  readonly options: Node;
  readonly program: Node;
  readonly bindings: Bindings;
  readonly sites: readonly Site[];
}

/** Prisma's client that yields the row of a user, where Auth.js gave that row, or a part of it, to the callbacks. */
export interface RowSource {
  readonly client: Binding;
  /** The file that has it. */
  readonly path: string;
  /** A constant of the file that the generated module can have once it is exported. */
  readonly unexported: Node | undefined;
  /** Whether everybody's row is there whatever `authorize` gave: people sign in by other providers too. */
  readonly isEverybodys: boolean;
  /** What of the row `authorize` picked out: the rest, a password's hash, is for no session. */
  readonly columns: readonly string[] | undefined;
}

/** Parts of an adapter that say what a user is. */
const GIVES_USER = /^(?:get(?:User|SessionAndUser)|createUser|updateUser)/;

/**
 * The source of the users that the callbacks are given: the adapter's client and, of credentials, the one whose row
 * `authorize` hands on. Undefined where a user is anything else.
 * @param parts all parts of the options; the callbacks stand in the first
 * @param read the fields that the callbacks read of a user; undefined where they take it whole
 */
export function rowSourceOf(
  parts: readonly OptionsPart[],
  read: ReadonlySet<string> | undefined,
): RowSource | undefined {
  const [own] = parts;
  const adapters = parts.flatMap((part) => {
    const adapter = seen(valueOf(part.options, 'adapter'), part.bindings);
    return adapter ? [{ part, client: adapterClient(adapter, part.bindings) }] : [];
  });
  const [adapter] = adapters;
  if (!own || adapters.length > 1 || (adapter && !adapter.client)) return undefined;
  const authorizes = parts.flatMap((part) => authorizesIn(part.program).map((fn) => ({ fn, bindings: part.bindings })));
  // With the adapter's row for everybody else, the callbacks can't count on more than a row has.
  const isEverybodys = adapter !== undefined && parts.some(hasOtherProvider);
  const clients = [
    ...(adapter ? [adapter.client] : []),
    ...authorizes
      .filter(({ fn, bindings }) => !isEverybodys || !isPersonOf(fn, read, bindings))
      .flatMap(({ fn, bindings }) => (isFunction(fn) ? clientsOf(fn, bindings) : [undefined])),
  ];
  const [client] = clients;
  const { path, program, bindings } = adapter?.part ?? own;
  if (!client || clients.some((each) => each !== client) || client.scope !== bindings.program) return undefined;
  if (!adapter && !isCredentialsOnly(own.options)) return undefined; // an OAuth sign-in left no row
  const columns = isEverybodys ? undefined : columnsOf(authorizes);
  const source = { client, path, unexported: undefined, isEverybodys, columns };
  if (client.imported) return client.imported.name === '*' ? undefined : source;
  if (path !== own.path) return undefined;
  const statement = childList(program, 'body').find((each) => contains(each, client.identifiers[0]!));
  if (statement?.type === 'ExportNamedDeclaration') return source;
  return statement?.type === 'VariableDeclaration' ? { ...source, unexported: statement } : undefined;
}

/**
 * Whether somebody whom `authorize` lets in is one whose row the callbacks may be given instead. What it makes in its own
 * way of a field that the callbacks read by its name is another matter.
 */
function isPersonOf(authorize: Node, read: ReadonlySet<string> | undefined, bindings: Bindings): boolean {
  if (!isFunction(authorize)) return true;
  const objects = givenBack(authorize).filter(({ type }) => type === 'ObjectExpression');
  const properties = objects.flatMap((each) => childList(each, 'properties'));
  return properties.every((property) => {
    const name = nameOf(child(property, 'key'));
    if (name === undefined || name === 'id' || !read?.has(name)) return true;
    return clientOfProperty(property, bindings) !== undefined || isTakenApart(child(property, 'value'), bindings);
  });
}

/** `const { role } = found` */
const isTakenApart = (value: Node | undefined, bindings: Bindings): boolean =>
  child(bindings.of(value)?.declaration, 'id')?.type === 'ObjectPattern';

/** A provider by which people sign in whose rows the adapter writes. */
const hasOtherProvider = ({ sites }: OptionsPart): boolean =>
  sites.some(
    (site) =>
      site.kind === 'use' &&
      /\/providers\/(?!credentials$|index$|oauth$)/.test(site.origin.module) &&
      /^(?:default|[A-Z])/.test(site.origin.name),
  );

/** `PrismaAdapter(client)`, an object that takes all of it for what concerns users, or a function of the file that makes one. */
function adapterClient(adapter: Node, bindings: Bindings): Binding | undefined {
  if (adapter.type === 'ObjectExpression') return clientOfOwn(adapter, bindings);
  const callee = child(adapter, 'callee');
  const [given] = childList(adapter, 'arguments');
  if (nameOf(callee) === 'PrismaAdapter') return bindings.of(unwrap(given));
  const maker = bindings.of(callee)?.declaration;
  const fn = maker?.type === 'VariableDeclarator' ? unwrap(child(maker, 'init')) : maker;
  if (!fn || !isFunction(fn)) return undefined;
  const [made, ...others] = givenBack(fn);
  const client = made?.type === 'ObjectExpression' && others.length === 0 ? clientOfOwn(made, bindings) : undefined;
  const [parameter] = childList(fn, 'params');
  return client && client === bindings.of(parameter) ? bindings.of(unwrap(given)) : client;
}

/** `{ ...PrismaAdapter(client), createUser: (data) => client.user.create({ data }) }` */
function clientOfOwn(adapter: Node, bindings: Bindings): Binding | undefined {
  const properties = childList(adapter, 'properties');
  const spread = properties.find((each) => each.type.startsWith('Spread'));
  const client = spread && adapterClient(unwrap(child(spread, 'argument'))!, bindings);
  const own = properties.filter((each) => GIVES_USER.test(nameOf(child(each, 'key')) ?? ''));
  const isSame = own.every((property) => {
    const fn = property.type === 'ObjectMethod' ? property : unwrap(child(property, 'value'));
    return fn && isFunction(fn) && clientsOf(fn, bindings).every((each) => each === client);
  });
  return isSame ? client : undefined;
}

function authorizesIn(program: Node): Node[] {
  return [...walk(program)].flatMap((node) => {
    if (nameOf(child(node, 'key')) !== 'authorize') return [];
    return node.type === 'ObjectMethod' ? [node] : [unwrap(child(node, 'value')) ?? node];
  });
}

const isCredentialsOnly = (options: Node): boolean => {
  const providers = valueOf(options, 'providers');
  return (
    providers?.type === 'ArrayExpression' &&
    childList(providers, 'elements').every((each) => (nameOf(child(each, 'callee')) ?? '').startsWith('Credentials'))
  );
};
