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

/** A file of the app's own with what its names mean. */
export type RowFile = Pick<OptionsPart, 'path' | 'program' | 'bindings'>;

/** What a name that a file imports is declared by elsewhere. */
export type Declared = (
  imported: NonNullable<Binding['imported']>,
  from: string,
) => { node: Node; file: RowFile } | undefined;

/** The client that yields the row of a user, where Auth.js gave that row, or a part of it, to the callbacks. */
export interface RowSource {
  readonly client: Binding;
  /** The table that Drizzle's adapter was told; undefined for Prisma's client, which has it by name. */
  readonly table: Binding | undefined;
  /** The file that has it. */
  readonly path: string;
  /** A constant of the file that the generated module can have once it is exported. */
  readonly unexported: Node | undefined;
  /** Whether everybody's row is there whatever `authorize` gave: people sign in by other providers too. */
  readonly isEverybodys: boolean;
  /** What of the row `authorize` picked out: the rest, a password's hash, is for no session. */
  readonly columns: readonly string[] | undefined;
}

/** Parts of an adapter that say what a user is: whose session a row is, one of them says alone. */
const GIVES_USER = {
  jwt: /^(?:get(?:User|SessionAndUser)|createUser|updateUser)/,
  database: /^getSessionAndUser/,
} as const;

/** What an adapter reads rows by. */
interface Adapter {
  readonly client: Binding;
  readonly table: Binding | undefined;
}

/**
 * The source of the users that the callbacks are given: the adapter's client and, of credentials, the one whose row
 * `authorize` hands on. Undefined where a user is anything else.
 * @param parts all parts of the options; the callbacks stand in the first
 * @param read the fields that the callbacks read of a user; undefined where they take it whole
 * @param strategy how sessions are kept
 * @param declared follows what a file imports
 */
export function rowSourceOf(
  parts: readonly OptionsPart[],
  read: ReadonlySet<string> | undefined,
  strategy: 'jwt' | 'database' = 'jwt',
  declared: Declared = () => undefined,
): RowSource | undefined {
  const [own] = parts;
  const adapters = parts.flatMap((part) => {
    const value = valueOf(part.options, 'adapter');
    if (!value) return [];
    const { node, file } = followed(value, part, declared);
    return [{ file, uses: adapterOf(node, file.bindings, GIVES_USER[strategy]) }];
  });
  const [adapter] = adapters;
  if (!own || adapters.length > 1 || (adapter && !adapter.uses)) return undefined;
  const authorizes = parts.flatMap((part) => authorizesIn(part.program).map((fn) => ({ fn, bindings: part.bindings })));
  // With the adapter's row for everybody else, the callbacks can't count on more than a row has.
  const isEverybodys = adapter !== undefined && parts.some(hasOtherProvider);
  const clients = [
    ...(adapter ? [adapter.uses!.client] : []),
    ...authorizes
      .filter(({ fn, bindings }) => !isEverybodys || !isPersonOf(fn, read, bindings))
      .flatMap(({ fn, bindings }) => (isFunction(fn) ? clientsOf(fn, bindings) : [undefined])),
  ];
  const [client] = clients;
  const { path, program, bindings } = adapter?.file ?? own;
  if (!client || clients.some((each) => each !== client) || client.scope !== bindings.program) return undefined;
  if (!adapter && !isCredentialsOnly(own.options)) return undefined; // an OAuth sign-in left no row
  const columns = isEverybodys ? undefined : columnsOf(authorizes);
  const table = adapter?.uses?.table;
  if (table && (!table.imported || !client.imported)) return undefined;
  const source = { client, table, path, unexported: undefined, isEverybodys, columns };
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

/** An expression, or what stands behind its name: in the file, or in another. */
function followed(value: Node, part: OptionsPart, declared: Declared): { node: Node; file: RowFile } {
  const node = seen(value, part.bindings)!;
  const imported = part.bindings.of(node)?.imported;
  const found = imported && declared(imported, part.path);
  return found ? { node: unwrap(found.node)!, file: found.file } : { node, file: part };
}

/**
 * `PrismaAdapter(client)`, `DrizzleAdapter(client, { usersTable })`, an object that takes all of one for what concerns
 * users, or a function of the file that makes one.
 */
function adapterOf(adapter: Node, bindings: Bindings, givesUser: RegExp): Adapter | undefined {
  if (adapter.type === 'ObjectExpression') return adapterOfOwn(adapter, bindings, givesUser);
  const callee = child(adapter, 'callee');
  const [given, tables] = childList(adapter, 'arguments');
  const client = bindings.of(unwrap(given));
  if (nameOf(callee) === 'PrismaAdapter') return client && { client, table: undefined };
  if (nameOf(callee) === 'DrizzleAdapter') {
    const table = bindings.of(unwrap(valueOf(unwrap(tables) ?? adapter, 'usersTable')));
    return client && table && { client, table };
  }
  const maker = bindings.of(callee)?.declaration;
  const fn = maker?.type === 'VariableDeclarator' ? unwrap(child(maker, 'init')) : maker;
  if (!fn || !isFunction(fn)) return undefined;
  const [made, ...others] = givenBack(fn);
  const uses =
    made?.type === 'ObjectExpression' && others.length === 0 ? adapterOfOwn(made, bindings, givesUser) : undefined;
  const [parameter] = childList(fn, 'params');
  if (!uses || uses.client !== bindings.of(parameter)) return uses;
  return client && { ...uses, client };
}

/** `{ ...PrismaAdapter(client), createUser: (data) => client.user.create({ data }) }` */
function adapterOfOwn(adapter: Node, bindings: Bindings, givesUser: RegExp): Adapter | undefined {
  const properties = childList(adapter, 'properties');
  const spread = properties.find((each) => each.type.startsWith('Spread'));
  const uses = spread && adapterOf(unwrap(child(spread, 'argument'))!, bindings, givesUser);
  const own = properties.filter((each) => givesUser.test(nameOf(child(each, 'key')) ?? ''));
  const isSame = own.every((property) => {
    const fn = property.type === 'ObjectMethod' ? property : unwrap(child(property, 'value'));
    return fn && isFunction(fn) && clientsOf(fn, bindings).every((each) => each === uses?.client);
  });
  return isSame ? uses : undefined;
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
