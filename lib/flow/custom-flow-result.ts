import type { Binding } from '../ast/bindings.js';
import type { Piece } from '../ast/edits.js';
import { child, contains, isCall, isFunction, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** A read of what `signIn()` gave back, and what is written for it: Clerk's calls give back `{ error }`. */
export interface Read {
  readonly node: Node;
  readonly pieces: readonly Piece[];
}

/** What it means that an expression is true: that signing in failed, or that it did not. */
type Truth = 'failed' | 'passed';

/** The status that Auth.js answers to who is in (react.js of next-auth 4 and 5: the response's own). */
const OK = 200;
const REFUSED = 401;

/**
 * What becomes of each read of the result; undefined where one of them asks for something that Clerk's calls do not give:
 * an address, the name of an error.
 */
export function readsOf(result: Binding, file: SourceFile): Read[] | undefined {
  const reads = new Map<Node, Read>();
  for (const reference of result.references) {
    const top = testAround(reference, result, file);
    if (top) {
      if (!isTested(top.node, file)) return undefined;
      const text = top.truth === 'failed' ? `${result.name}.error` : `!${result.name}.error`;
      reads.set(top.node, { node: top.node, pieces: [text] });
      continue;
    }
    if (isHarmless(reference, file)) continue;
    const message = messageAt(reference, result, file);
    if (!message) return undefined;
    reads.set(message.node, message);
  }
  return [...reads.values()];
}

/** The largest test that says nothing but whether signing in failed: `res?.ok && !res.error` is one. */
function testAround(reference: Node, result: Binding, file: SourceFile): { node: Node; truth: Truth } | undefined {
  let found: { node: Node; truth: Truth } | undefined;
  for (const node of file.bindings.ancestors(reference)) {
    if (/^(?:TSNonNull|Parenthesized)Expression$/.test(node.type) || isStatus(node, result, file)) continue;
    const truth = truthOf(node, result, file);
    if (!truth) break;
    found = { node, truth };
  }
  // An error alone is a test only where it is tested: elsewhere it is a message.
  return found && isMember(found.node) && !isTested(found.node, file) ? undefined : found;
}

function truthOf(node: Node | undefined, result: Binding, file: SourceFile): Truth | undefined {
  if (!node) return undefined;
  if (isMember(node)) {
    const name = memberOf(node, result, file);
    return name === 'error' ? 'failed' : name === 'ok' ? 'passed' : undefined;
  }
  if (node.type === 'UnaryExpression' && node['operator'] === '!') {
    const inner = truthOf(child(node, 'argument'), result, file);
    return inner && (inner === 'failed' ? 'passed' : 'failed');
  }
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (node.type === 'LogicalExpression' && node['operator'] !== '??') {
    const truth = truthOf(left, result, file);
    return truth && truth === truthOf(right, result, file) ? truth : undefined;
  }
  return node.type === 'BinaryExpression' ? truthOfStatus(node, left, right, result, file) : undefined;
}

/** Which member of the result an expression is: `res.error`, `res!.error`. */
const memberOf = (node: Node | undefined, result: Binding, { bindings }: SourceFile): string | undefined =>
  isMember(node) && !node?.['computed'] && bindings.of(unwrap(child(node, 'object'))) === result
    ? nameOf(child(node, 'property'))
    : undefined;

const isStatus = (node: Node | undefined, result: Binding, file: SourceFile): boolean =>
  memberOf(node, result, file) === 'status';

/** `res.status === 200` */
function truthOfStatus(
  node: Node,
  left: Node | undefined,
  right: Node | undefined,
  result: Binding,
  file: SourceFile,
): Truth | undefined {
  if (!isStatus(left, result, file)) return undefined;
  const [operator, status] = [String(node['operator']), right?.['value']];
  if (!/^[!=]==?$/.test(operator) || (status !== OK && status !== REFUSED)) return undefined;
  return operator.startsWith('=') === (status === OK) ? 'passed' : 'failed';
}

/** Whether an expression only decides what happens. */
function isTested(node: Node, file: SourceFile): boolean {
  const parent = file.bindings.parentOf(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child(parent, 'test') === node;
    case 'UnaryExpression':
      return parent['operator'] === '!';
    case 'LogicalExpression':
      return parent['operator'] === '??'
        ? false
        : isTested(parent, file) || (parent['operator'] === '&&' && child(parent, 'left') === node);
    default:
      return false;
  }
}

/** `console.log(res)`, `JSON.stringify(res)`, and `!res`, `res && …`, `res === undefined`: Clerk's calls always give something back. */
function isHarmless(reference: Node, file: SourceFile): boolean {
  const parent = file.bindings.parentOf(reference);
  const callee = isCall(parent) ? child(parent, 'callee') : undefined;
  if (isMember(callee) && /^(?:console|JSON)$/.test(nameOf(child(callee, 'object')) ?? '')) return true;
  if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(String(parent['operator'])))
    return [child(parent, 'left'), child(parent, 'right')].some(
      (each) => each?.type === 'NullLiteral' || nameOf(each) === 'undefined',
    );
  return parent !== undefined && !isMember(parent) && isTested(reference, file);
}

/** The error as text that is shown, where it is known that there is one, or where other text stands in for it. */
function messageAt(reference: Node, result: Binding, file: SourceFile): Read | undefined {
  const { bindings } = file;
  let node = [...bindings.ancestors(reference)].find(({ type }) => type !== 'TSNonNullExpression')!;
  if (!isMember(node) || truthOf(node, result, file) !== 'failed') return undefined;
  const error = `${result.name}.error`;
  const parent = bindings.parentOf(node)!;
  const isFallback = parent.type === 'LogicalExpression' && parent['operator'] !== '&&';
  if (isFallback && child(parent, 'left') === node) return { node, pieces: [`${error}?.longMessage`] };
  if (!isKnownToFail(node, result, file)) return undefined;
  if (parent.type === 'TSNonNullExpression') node = parent;
  const around = bindings.parentOf(node)!;
  const text = `${error}.longMessage ?? ${error}.message`;
  if (/^(?:TemplateLiteral|JSXExpressionContainer|NewExpression|ObjectProperty|VariableDeclarator)$/.test(around.type))
    return { node, pieces: [text] };
  const isArgument = isCall(around) && child(around, 'callee') !== node;
  if (isArgument || around.type === 'AssignmentExpression') return { node, pieces: [text] };
  return around.type === 'BinaryExpression' && around['operator'] === '+' ? { node, pieces: [`(${text})`] } : undefined;
}

/** Whether a place is reached only when signing in failed, in a way that TypeScript sees. */
function isKnownToFail(node: Node, result: Binding, file: SourceFile): boolean {
  let inner = node;
  for (const outer of file.bindings.ancestors(node)) {
    if (isFunction(outer)) return false;
    const test = child(outer, outer.type === 'LogicalExpression' ? 'left' : 'test');
    const isThen = [child(outer, 'consequent'), outer['operator'] === '&&' ? child(outer, 'right') : undefined];
    if (test && !contains(test, node)) {
      if (isThen.includes(inner) && implies(test, 'failed', result, file)) return true;
      if (child(outer, 'alternate') === inner && truthOf(test, result, file) === 'passed') return true;
    }
    inner = outer;
  }
  return false;
}

/** Whether a test that is true says so, be it besides other things: `res && res.error`. */
const implies = (test: Node, truth: Truth, result: Binding, file: SourceFile): boolean =>
  truthOf(test, result, file) === truth ||
  (test.type === 'LogicalExpression' &&
    test['operator'] === '&&' &&
    [child(test, 'left')!, child(test, 'right')!].some((each) => implies(each, truth, result, file)));
