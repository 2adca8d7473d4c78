import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** `App.getInitialProps = …`: it runs on the server for the first page, and in the browser from then on. */
export function isInitialProps(call: Node, { bindings }: SourceFile): boolean {
  return [...bindings.ancestors(call)].some((at) => {
    const target = child(at, 'left') ?? child(at, 'key') ?? child(at, 'id');
    return nameOf(isMember(target) ? child(target, 'property') : target) === 'getInitialProps';
  });
}

/** The text of a request. */
export const requestOf = (node: Node, file: SourceFile): string => {
  const text = file.textOf(node);
  return node.type === 'Identifier' || isMember(node) ? text : `(${text})`;
};

/** The request in what `getSession()` is given: a context, or an object that has either. */
export function requestIn(parameters: Node, file: SourceFile): string | undefined {
  if (parameters.type === 'Identifier') return `${file.textOf(parameters)}.req`;
  const [property, ...others] = childList(parameters, 'properties');
  const value = child(property, 'value');
  if (parameters.type !== 'ObjectExpression' || !value || others.length > 0) return undefined;
  const name = nameOf(child(property, 'key'));
  if (name === 'req') return requestOf(value, file);
  return name === 'ctx' ? `${requestOf(value, file)}.req` : undefined;
}
