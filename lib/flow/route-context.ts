import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/**
 * The type of a route handler's second parameter, by the folders that the file stands in and by how the code reads it:
 * `{ params: Promise<{ id: string }> }`. Undefined where either does not say.
 */
export function routeContext(parameter: Node, file: SourceFile): string | undefined {
  if (file.context.routeKind !== 'app-route') return undefined;
  const read = paramsIn(parameter, file);
  if (!read) return undefined;
  const awaited = read.filter((node) => file.bindings.parentOf(node)?.type === 'AwaitExpression');
  const isPromise = read.length > 0 ? awaited.length === read.length : file.context.clerkMajor >= 7;
  // Next 15 gives a promise, which Clerk 7 takes for granted.
  if (!isPromise && (awaited.length > 0 || file.context.clerkMajor >= 7)) return undefined;
  const route = file.path.slice(file.path.lastIndexOf('/app/') + 1);
  const members = [...route.matchAll(/\/\[(\[)?(\.\.\.)?(\w+)\]/g)].map(
    ([, optional, rest, name]) => `${name}${optional ? '?' : ''}: string${rest ? '[]' : ''}`,
  );
  const params = members.length === 0 ? 'Record<string, string>' : `{ ${members.join('; ')} }`;
  return `{ params: ${isPromise ? `Promise<${params}>` : params} }`;
}

/** Every place that reads `params` of the context; undefined where the context is used for anything else. */
function paramsIn(parameter: Node, { bindings }: SourceFile): Node[] | undefined {
  if (parameter.type === 'Identifier') {
    const members = (bindings.of(parameter)?.references ?? []).map((node) => bindings.parentOf(node));
    const isParams = (member: Node | undefined): member is Node =>
      isMember(member) && !member!['computed'] && nameOf(child(member, 'property')) === 'params';
    return members.every(isParams) ? members : undefined;
  }
  const [property, ...others] = childList(parameter, 'properties');
  const value = child(property, 'value');
  if (parameter.type !== 'ObjectPattern' || others.length > 0 || nameOf(child(property, 'key')) !== 'params')
    return undefined;
  return value?.type === 'Identifier' ? [...(bindings.of(value)?.references ?? [])] : undefined;
}
