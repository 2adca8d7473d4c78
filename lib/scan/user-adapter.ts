import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';

/** An adapter of Auth.js's as it is set up. */
export interface AdapterUse {
  readonly orm: 'prisma' | 'drizzle';
  /** The name that stands for the client. */
  readonly client: Binding;
  /** What Drizzle's adapter is told to write users to. */
  readonly usersTable: Binding | undefined;
}

/** The name of an adapter that another module makes. */
export interface AdapterElsewhere {
  readonly imported: Binding;
}

const ORMS: Readonly<Record<string, AdapterUse['orm']>> = {
  '@next-auth/prisma-adapter': 'prisma',
  '@auth/prisma-adapter': 'prisma',
  '@auth/drizzle-adapter': 'drizzle',
};

/** Methods of an adapter that say how a row is written, or which one is whose. */
const OWN_METHOD = /^(?:createUser|updateUser|deleteUser|getUserByEmail)$/;

/**
 * What an expression makes of an adapter's parts.
 * @returns a text where it is none that is followed says why
 */
export function readAdapter(node: Node | undefined, bindings: Bindings): AdapterUse | AdapterElsewhere | string {
  const value = unwrap(node);
  if (value?.type === 'Identifier') return named(value, bindings);
  if (value?.type === 'ObjectExpression') return spread(value, bindings);
  const callee = child(value, 'callee');
  const origin = bindings.of(callee)?.imported;
  const orm = origin && ORMS[origin.source];
  if (!orm) return `${nameOf(callee) ?? 'the adapter'} is of another kind`;
  const [first, second] = childList(value, 'arguments').map((each) => unwrap(each)!);
  const client = bindings.of(first);
  if (!client) return 'the client has no name of its own';
  if (orm === 'prisma' || second === undefined) return { orm, client, usersTable: undefined };
  const property = childList(second, 'properties').find((each) => nameOf(child(each, 'key')) === 'usersTable');
  const usersTable = bindings.of(unwrap(child(property, 'value')));
  return property && !usersTable ? 'the table of users has no name of its own' : { orm, client, usersTable };
}

function named(value: Node, bindings: Bindings): AdapterUse | AdapterElsewhere | string {
  const binding = bindings.of(value);
  if (!binding) return 'the adapter comes from elsewhere';
  if (binding.references.some((node) => isOverwritten(node, bindings))) return 'the adapter’s own methods are replaced';
  if (binding.imported) return { imported: binding };
  const { declaration } = binding;
  if (declaration.type !== 'VariableDeclarator') return 'the adapter is made by code of the app’s own';
  return readAdapter(child(declaration, 'init'), bindings);
}

/** `adapter.createUser = …` */
function isOverwritten(node: Node, bindings: Bindings): boolean {
  const member = bindings.parentOf(node);
  const parent = member && isMember(member) && child(member, 'object') === node ? bindings.parentOf(member) : undefined;
  return parent?.type === 'AssignmentExpression' && child(parent, 'left') === member;
}

/** `{ ...PrismaAdapter(client), linkAccount() {} }` writes users as the adapter does. */
function spread(object: Node, bindings: Bindings): AdapterUse | AdapterElsewhere | string {
  const properties = childList(object, 'properties');
  const own = properties.map((each) => nameOf(child(each, 'key'))).find((name) => OWN_METHOD.test(name ?? ''));
  if (own !== undefined) return `its ${own}() is code of the app’s own`;
  const spreads = properties.filter(({ type }) => type.startsWith('Spread'));
  return spreads.length === 1
    ? readAdapter(child(spreads[0], 'argument'), bindings)
    : 'the adapter is made by code of the app’s own';
}
