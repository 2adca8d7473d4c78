import type { Bindings } from '../ast/bindings.js';
import { child, forEachChild, isFunction, unwrap, type Node } from '../ast/tree.js';
import { annotationOf } from './facts.js';

/** What a function gives back, and the type that a constant of its own gave it. */
export interface Returned {
  readonly value: Node;
  readonly type: Node | undefined;
}

/** The expressions that a function gives back; of a constant, what that is set to. */
export const returnedFrom = (fn: Node, bindings: Bindings): Node[] =>
  valuesFrom(fn, bindings).map(({ value }) => value);

/** The same, each with its constant's type. */
export function valuesFrom(fn: Node, bindings: Bindings): Returned[] {
  const body = child(fn, 'body');
  const values = !body ? [] : body.type === 'BlockStatement' ? returnsIn(body) : [body];
  return values.map((value) => {
    const declaration = bindings.of(unwrap(value))?.declaration;
    const id = declaration?.type === 'VariableDeclarator' ? child(declaration, 'id') : undefined;
    return id?.type === 'Identifier'
      ? { value: child(declaration, 'init') ?? value, type: annotationOf(id) }
      : { value, type: undefined };
  });
}

function returnsIn(node: Node, found: Node[] = []): Node[] {
  if (node.type === 'ReturnStatement') found.push(child(node, 'argument') ?? node);
  if (!isFunction(node)) forEachChild(node, (inner) => void returnsIn(inner, found));
  return found;
}
