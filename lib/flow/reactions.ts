import type { Binding } from '../ast/bindings.js';
import { child, childList, contains, isCall, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** Names of functions that an effect lists and that never change. */
const STEADY = /^(?:set[A-Z]\w*|router|push|replace|t|toast|dispatch|navigate|form|reset)$/;

/** An effect, or a return, that waits for what the form's own state says. */
export function answersTo(statement: Node, node: Node, { name, references }: Binding, file: SourceFile): boolean {
  if (statement.type === 'IfStatement')
    return (
      contains(child(statement, 'test')!, node) &&
      !statement['alternate'] &&
      returnsOnly(child(statement, 'consequent')!)
    );
  const effect = effectIn(statement);
  const [callback, dependencies] = childList(effect, 'arguments');
  if (!effect || !callback || !dependencies) return false;
  // A function of the form that the effect calls: it signs in by itself.
  const isCalled = references.some((each) => {
    const parent = file.bindings.parentOf(each);
    return contains(callback, each) && isCall(parent) && child(parent, 'callee') === each;
  });
  const awaited = childList(dependencies, 'elements');
  const isState = (each: Node) => rootName(each) === name;
  return (
    !isCalled && awaited.some(isState) && awaited.every((each) => isState(each) || STEADY.test(rootName(each) ?? ''))
  );
}

function rootName(node: Node): string | undefined {
  return isMember(node) ? rootName(child(node, 'object')!) : nameOf(node);
}

/** The call of `useEffect` that a statement is. */
export function effectIn(statement: Node): Node | undefined {
  const call = statement.type === 'ExpressionStatement' ? child(statement, 'expression') : undefined;
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee) ?? '';
  return /^use(?:Layout)?Effect$/.test(name) && isFunction(childList(call, 'arguments')[0] ?? statement)
    ? call
    : undefined;
}

function returnsOnly(node: Node): boolean {
  const statements = node.type === 'BlockStatement' ? childList(node, 'body') : [node];
  return statements.length === 1 && statements[0]!.type === 'ReturnStatement';
}

/**
 * The statements of an effect by which something is loaded, the whole effect if it does nothing else. Undefined where
 * what else they do can't be told.
 * @param statement the statement of a component that holds the effect
 */
export function loadingBy(statement: Node, node: Node, { bindings }: SourceFile): Node[] | undefined {
  const callback = childList(effectIn(statement), 'arguments')[0];
  if (!callback) return undefined;
  const all = childList(child(callback, 'body'), 'body');
  const first = all.find((each) => contains(each, node));
  if (!first) return contains(callback, node) ? [statement] : undefined;
  const found = [first];
  if (first.type === 'VariableDeclaration' || first.type === 'FunctionDeclaration') {
    const id = child(first.type === 'FunctionDeclaration' ? first : childList(first, 'declarations')[0], 'id');
    const calls = (bindings.of(id)?.references ?? []).map((each) => all.find((other) => contains(other, each)));
    if (calls.length === 0 || calls.some((each) => each?.type !== 'ExpressionStatement')) return undefined;
    found.push(...calls.flatMap((each) => each ?? []));
  } else if (first.type !== 'ExpressionStatement') return undefined;
  return new Set(found).size === all.length ? [statement] : found;
}
