import { child, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { isParenthesized } from './contexts.js';
import type { SessionUse } from './uses.js';

type PresenceUse = SessionUse & { kind: 'presence' };

/** An operand of a chain of one logical operator that is nothing but a test, negated or not. */
interface Operand {
  readonly chain: Node;
  readonly operand: Node;
  readonly negations: number;
}

/** The outermost expression of one logical operator around the node, parentheses not crossed. */
function chainAround(node: Node, { bindings }: SourceFile): Node | undefined {
  let chain = bindings.parentOf(node);
  if (chain?.type !== 'LogicalExpression') return undefined;
  const operator = chain['operator'];
  for (let up = bindings.parentOf(chain); !isParenthesized(chain); up = bindings.parentOf(chain)) {
    if (up?.type !== 'LogicalExpression' || up['operator'] !== operator) break;
    chain = up;
  }
  return chain;
}

function operandOf(node: Node, file: SourceFile): Operand | undefined {
  let operand = node;
  let negations = 0;
  for (
    let parent = file.bindings.parentOf(operand);
    parent?.['operator'] === '!';
    parent = file.bindings.parentOf(operand)
  ) {
    operand = parent;
    negations += 1;
  }
  const chain = chainAround(operand, file);
  return chain && { chain, operand, negations };
}

/** `!session || !session.user` asks the same twice now: the second goes. */
export function repeatedTests(
  uses: readonly SessionUse[],
  file: SourceFile,
): Map<SessionUse, { start: number; end: number }> {
  const repeated = new Map<SessionUse, { start: number; end: number }>();
  const seen: Operand[] = [];
  const tests = uses.filter((use): use is PresenceUse => use.kind === 'presence' && !use.compared);
  for (const use of tests.toSorted((a, b) => a.node.start - b.node.start)) {
    const found = operandOf(use.node, file);
    if (!found) continue;
    const { chain, operand, negations } = found;
    const parent = file.bindings.parentOf(operand)!;
    const left = child(parent, 'left')!;
    const isSame = seen.some((other) => other.chain === chain && other.negations === negations);
    if (isSame && child(parent, 'right') === operand && !isParenthesized(left) && !isParenthesized(operand))
      repeated.set(use, { start: left.end, end: operand.end });
    else seen.push(found);
  }
  return repeated;
}

/** `session && x`, used as a value: what has to be written anew so that null comes out of it, and not false. */
export interface ValueChain {
  readonly chain: Node;
  /** The operator behind the test, and behind tests that repeat it. */
  readonly operator: { readonly start: number; readonly end: number };
}

/** The chain that begins with this test; undefined where the test does not begin one, or a comment stands in the way. */
export function valueChainOf(
  use: PresenceUse,
  repeated: ReadonlyMap<SessionUse, unknown>,
  file: SourceFile,
): ValueChain | undefined {
  const chain = chainAround(use.node, file);
  let inner = file.bindings.parentOf(use.node);
  if (!chain || !inner || child(inner, 'left') !== use.node) return undefined;
  const gone = [...repeated.keys()].flatMap((each) => ('node' in each ? [each.node] : []));
  for (; inner !== chain && gone.includes(child(inner, 'right')!);) inner = file.bindings.parentOf(inner)!;
  if (gone.includes(child(inner, 'right')!)) return undefined;
  const [start, end] = [child(inner, 'left')!.end, child(inner, 'right')!.start];
  const gap = file.text.slice(start, end);
  const at = start + gap.indexOf('&&');
  return /\/[/*]/.test(gap) ? undefined : { chain, operator: { start: at, end: at + 2 } };
}
