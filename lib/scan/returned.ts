import type { Bindings } from '../ast/bindings.js';
import { child, forEachChild, isFunction, unwrap, type Node } from '../ast/tree.js';

/** The expressions that a function gives back; of a constant of its own, what that is set to. */
export function returnedFrom(fn: Node, bindings: Bindings): Node[] {
  const body = child(fn, 'body');
  const values = !body ? [] : body.type === 'BlockStatement' ? returnsIn(body) : [body];
  return values.map((value) => {
    const declaration = bindings.of(unwrap(value))?.declaration;
    const init = declaration?.type === 'VariableDeclarator' && child(declaration, 'id')?.type === 'Identifier';
    return init ? (child(declaration, 'init') ?? value) : value;
  });
}

function returnsIn(node: Node, found: Node[] = []): Node[] {
  if (node.type === 'ReturnStatement') found.push(child(node, 'argument') ?? node);
  if (!isFunction(node)) forEachChild(node, (inner) => void returnsIn(inner, found));
  return found;
}
