import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, childrenOf, contains, isFunction, nameOf, unwrap, walk, type Node } from '../ast/tree.js';
import { valueOf } from './callback-scope.js';

/** Prisma's client that yields the row of a user, where Auth.js gave that row, or a part of it, to the callbacks. */
export interface RowSource {
  readonly client: Binding;
  /** A constant of the file that the generated module can have once it is exported. */
  readonly unexported: Node | undefined;
}

const FINDS = /^find(?:Unique|First)(?:OrThrow)?$/;
/** Parts of an adapter that say what a user is. */
const GIVES_USER = /^(?:get(?:User|SessionAndUser)|createUser|updateUser)/;

/**
 * The source of the users that the callbacks are given: the adapter's client and, of credentials, the one whose row
 * `authorize` hands on. Undefined where a user is anything else.
 */
export function rowSourceOf(options: Node, program: Node, bindings: Bindings): RowSource | undefined {
  const adapter = seen(valueOf(options, 'adapter'), bindings);
  const clients = [
    ...(adapter ? [adapterClient(adapter, bindings)] : []),
    ...authorizesIn(program).flatMap((fn) => clientsOf(fn, bindings)),
  ];
  const [client] = clients;
  if (!client || clients.some((each) => each !== client) || client.scope !== bindings.program) return undefined;
  if (!adapter && !isCredentialsOnly(options)) return undefined; // an OAuth sign-in left no row
  const statement = childList(program, 'body').find((each) => contains(each, client.identifiers[0]!));
  if (client.imported) return client.imported.name === '*' ? undefined : { client, unexported: undefined };
  if (statement?.type === 'ExportNamedDeclaration') return { client, unexported: undefined };
  return statement?.type === 'VariableDeclaration' ? { client, unexported: statement } : undefined;
}

/** What a constant of the file holds. */
function seen(node: Node | undefined, bindings: Bindings): Node | undefined {
  const declaration = node?.type === 'Identifier' ? bindings.of(node)?.declaration : undefined;
  return declaration?.type === 'VariableDeclarator' ? unwrap(child(declaration, 'init')) : node;
}

/** `PrismaAdapter(client)`, or an object that takes all of it for what concerns users. */
function adapterClient(adapter: Node, bindings: Bindings): Binding | undefined {
  if (adapter.type === 'ObjectExpression') {
    const properties = childList(adapter, 'properties');
    const spread = properties.find((each) => each.type.startsWith('Spread'));
    const isOwn = properties.some((each) => GIVES_USER.test(nameOf(child(each, 'key')) ?? ''));
    const inner = isOwn ? undefined : unwrap(child(spread, 'argument'));
    return inner && adapterClient(inner, bindings);
  }
  if (nameOf(child(adapter, 'callee')) !== 'PrismaAdapter') return undefined;
  return bindings.of(unwrap(childList(adapter, 'arguments')[0]));
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

/** The clients whose rows a function gives back; undefined among them for what is no row. */
function clientsOf(authorize: Node, bindings: Bindings): (Binding | undefined)[] {
  if (!isFunction(authorize)) return [undefined];
  const body = child(authorize, 'body')!;
  const given = body.type === 'BlockStatement' ? returnsOf(body) : [body];
  return given.filter((each) => each && !isNothing(each)).map((each) => clientOf(each!, bindings));
}

function returnsOf(node: Node): (Node | undefined)[] {
  if (node.type === 'ReturnStatement') return [unwrap(child(node, 'argument'))];
  return isFunction(node) ? [] : [...childrenOf(node)].flatMap(({ child: inner }) => returnsOf(inner));
}

const isNothing = (node: Node): boolean =>
  node.type === 'NullLiteral' || (node.type.endsWith('Literal') && !node['value']) || nameOf(node) === 'undefined';

/** Whose row an expression is: `user`, `{ ...user }`, `{ id: user.id, role: user.role ?? "none" }`. */
function clientOf(node: Node, bindings: Bindings): Binding | undefined {
  if (node.type === 'Identifier') return clientOfQuery(seen(node, bindings), bindings);
  if (node.type !== 'ObjectExpression') return clientOfQuery(node, bindings);
  const found = childList(node, 'properties').map((property) => {
    if (property.type.startsWith('Spread')) return clientOf(unwrap(child(property, 'argument'))!, bindings);
    const value = withoutDefault(child(property, 'value'));
    const isSame = nameOf(child(value, 'property')) === nameOf(child(property, 'key')) && !value?.['computed'];
    const object = isSame ? unwrap(child(value, 'object')) : undefined;
    return object?.type === 'Identifier' ? clientOfQuery(seen(object, bindings), bindings) : undefined;
  });
  const [first] = found;
  return found.every((each) => each === first) ? first : undefined;
}

/** `user.role ?? "none"`, `String(user.id)`, `user.name as string`: the row has it by the same name. */
function withoutDefault(node: Node | undefined): Node | undefined {
  const value = unwrap(node);
  if (value?.type === 'LogicalExpression' && value['operator'] !== '&&') return withoutDefault(child(value, 'left'));
  if (value?.type === 'CallExpression' && nameOf(child(value, 'callee')) === 'String')
    return withoutDefault(childList(value, 'arguments')[0]);
  return value;
}

/** `await client.user.findUnique(…)` */
function clientOfQuery(node: Node | undefined, bindings: Bindings): Binding | undefined {
  const call = node?.type === 'AwaitExpression' ? unwrap(child(node, 'argument')) : node;
  const callee = child(call, 'callee');
  const model = child(callee, 'object');
  if (!FINDS.test(nameOf(child(callee, 'property')) ?? '') || nameOf(child(model, 'property')) !== 'user')
    return undefined;
  return bindings.of(unwrap(child(model, 'object')));
}
