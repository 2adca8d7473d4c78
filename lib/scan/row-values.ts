import type { Binding, Bindings } from '../ast/bindings.js';
import { child, childList, childrenOf, isFunction, nameOf, unwrap, type Node } from '../ast/tree.js';

/** Queries of Prisma that yield a row of the table that they are made on. */
const YIELDS_ROW = /^(?:find(?:Unique|First)(?:OrThrow)?|create|update|upsert)$/;

/** The clients whose rows of users a function gives back; undefined among them for what is no such row. */
export function clientsOf(fn: Node, bindings: Bindings): (Binding | undefined)[] {
  return givenBack(fn).map((each) => clientOf(each, bindings));
}

/** All that a function may give back, besides nothing. */
export function givenBack(fn: Node): Node[] {
  const body = child(fn, 'body')!;
  const given = body.type === 'BlockStatement' ? returnsOf(body) : [unwrap(body)];
  return given.filter((each) => each !== undefined && !isNothing(each)) as Node[];
}

function returnsOf(node: Node): (Node | undefined)[] {
  if (node.type === 'ReturnStatement') return [unwrap(child(node, 'argument'))];
  return isFunction(node) ? [] : [...childrenOf(node)].flatMap(({ child: inner }) => returnsOf(inner));
}

const isNothing = (node: Node): boolean =>
  node.type === 'NullLiteral' || (node.type.endsWith('Literal') && !node['value']) || nameOf(node) === 'undefined';

/** What a constant of the file holds. */
export function seen(node: Node | undefined, bindings: Bindings): Node | undefined {
  const declaration = node?.type === 'Identifier' ? bindings.of(node)?.declaration : undefined;
  return declaration?.type === 'VariableDeclarator' ? unwrap(child(declaration, 'init')) : node;
}

/** Whose row an expression is: `user`, `{ ...user }`, `{ id: user.id, role: user.role ?? "none" }`. */
function clientOf(node: Node, bindings: Bindings): Binding | undefined {
  if (node.type === 'Identifier') return clientOfQuery(seen(node, bindings), bindings);
  if (node.type !== 'ObjectExpression') return clientOfQuery(node, bindings);
  const found = childList(node, 'properties').map((property) => clientOfProperty(property, bindings));
  const [first] = found;
  return found.every((each) => each === first) ? first : undefined;
}

/** Whose row a property is read from, by the same name. */
export function clientOfProperty(property: Node, bindings: Bindings): Binding | undefined {
  if (property.type.startsWith('Spread')) return clientOf(unwrap(child(property, 'argument'))!, bindings);
  const value = withoutDefault(child(property, 'value'));
  const isSame = nameOf(child(value, 'property')) === nameOf(child(property, 'key')) && !value?.['computed'];
  const object = isSame ? unwrap(child(value, 'object')) : undefined;
  return object?.type === 'Identifier' ? clientOfQuery(seen(object, bindings), bindings) : undefined;
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
  if (!YIELDS_ROW.test(nameOf(child(callee, 'property')) ?? '') || nameOf(child(model, 'property')) !== 'user')
    return undefined;
  return bindings.of(unwrap(child(model, 'object')));
}
