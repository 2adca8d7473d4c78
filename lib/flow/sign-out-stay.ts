import { child, childList, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** Where the code goes right behind a call that stays: `router.push('/')` as the next statement. */
export interface Pushed {
  readonly statement: Node;
  readonly address: Node;
}

/** The statement behind a call's, if it leaves the page by Next's router, and nothing stands behind it. */
export function pushedBehind(call: Node, { bindings }: SourceFile): Pushed | undefined {
  let at = call;
  while (bindings.parentOf(at)?.type === 'AwaitExpression') at = bindings.parentOf(at)!;
  const statement = bindings.parentOf(at);
  const place = statement?.type === 'ExpressionStatement' && at !== call ? bindings.placeOf(statement) : undefined;
  if (place?.index === undefined || place.parent.type !== 'BlockStatement') return undefined;
  const [next, ...others] = childList(place.parent, 'body').slice(place.index + 1);
  const push = child(next, 'expression');
  const callee = child(push, 'callee');
  const router = isMember(callee) ? bindings.of(child(callee, 'object')) : undefined;
  const made = child(child(router?.declaration, 'init'), 'callee');
  const [address, ...more] = childList(push, 'arguments');
  const isPush = /^(?:push|replace)$/.test(nameOf(child(callee, 'property')) ?? '') && nameOf(made) === 'useRouter';
  return next && isPush && address && others.length + more.length === 0 ? { statement: next, address } : undefined;
}
