import { child, childList, type Node, type Span } from '../ast/tree.js';
import { namesFilledBy, readsAny, RENEWAL } from './account-tokens.js';
import { holds } from './callback-code.js';

/**
 * What of a jwt callback never runs where each read of a session is taken for a sign-in, and need not: behind a branch that
 * asks for the account, or the user as well, and ends there, it renews the provider's tokens, which Clerk does itself.
 * @param given the nodes that stand for what a sign-in brings, by the parameters' names
 * @returns undefined where there is no such branch, or where something else may happen behind it
 */
export function renewalIn(fn: Node, given: ReadonlyMap<string, readonly Node[]>): Span | undefined {
  const asked = (name: string) => given.get(name) ?? [];
  const statements = childList(child(fn, 'body'), 'body');
  const at = statements.findIndex((each) => {
    const tested = each.type === 'IfStatement' ? operandsOf(child(each, 'test')!) : [];
    return (
      tested.some((node) => asked('account').includes(node)) &&
      tested.every((node) => [...asked('account'), ...asked('user')].includes(node))
    );
  });
  const branch = statements[at];
  const consequent = child(branch, 'consequent');
  if (!consequent || blockOf(consequent).at(-1)?.type !== 'ReturnStatement') return undefined;
  const alternate = child(branch, 'alternate');
  const [first] = [...(alternate ? blockOf(alternate) : []), ...statements.slice(at + 1)];
  return !first || isRenewal(first, namesFilledBy(consequent, RENEWAL))
    ? { start: consequent.end, end: fn.end }
    : undefined;
}

/** `return token`, or what first asks when the provider's token ends: what follows depends on that. */
function isRenewal(first: Node, names: ReadonlySet<string>): boolean {
  const asks = first.type === 'IfStatement' ? child(first, 'test')! : first;
  return (
    first.type === 'ReturnStatement' ||
    (/^(?:If|Variable)/.test(first.type) && holds(asks, (node) => readsAny(node, names)))
  );
}

/** The operands of `account && user`. */
const operandsOf = (test: Node): Node[] =>
  test.type === 'LogicalExpression' && test['operator'] === '&&'
    ? [...operandsOf(child(test, 'left')!), ...operandsOf(child(test, 'right')!)]
    : [test];

const blockOf = (branch: Node): readonly Node[] =>
  branch.type === 'BlockStatement' ? childList(branch, 'body') : [branch];
