import { child, childList, isCall, isFunction, isMember, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { alwaysReturns, isAnswer, resultsOf } from './results.js';

/** What a function says by its result: whether somebody passes, or what becomes of the request. */
export type Verdict = 'boolean' | 'response';

/**
 * Whether nobody passes for want of a value: where it is missing, every test of it comes out so that less is let through.
 * @param node an expression that yields the value, undefined where it is missing
 */
export function failsShut(node: Node, verdict: Verdict, file: SourceFile): boolean {
  const test = testOf(node, file);
  return test !== undefined && test.every(({ at, isNegated }) => decidesShut(at, isNegated, verdict, file));
}

interface Test {
  readonly at: Node;
  /** True without the value, where the other is false. */
  readonly isNegated: boolean;
}

/** The tests that are made of a value; undefined where something else is done with it. */
function testOf(node: Node, file: SourceFile): Test[] | undefined {
  const { bindings } = file;
  const parent = bindings.parentOf(node);
  switch (parent?.type) {
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return testOf(parent, file);
    case 'VariableDeclarator': {
      const own = child(parent, 'init') === node ? bindings.of(child(parent, 'id')) : undefined;
      if (!own || bindings.parentOf(parent)?.['kind'] !== 'const') return undefined;
      const tests = own.references.map((reference) => testOf(reference, file));
      return tests.some((each) => each === undefined) ? undefined : tests.flatMap((each) => each ?? []);
    }
    case 'BinaryExpression': {
      const operator = /^([=!])==?$/.exec(String(parent['operator']))?.[1];
      const other = child(parent, 'left') === node ? child(parent, 'right') : child(parent, 'left');
      return operator && isSureValue(other) ? [{ at: parent, isNegated: operator === '!' }] : undefined;
    }
    case 'CallExpression':
      return isInList(parent, node) ? [{ at: parent, isNegated: false }] : undefined;
    case 'UnaryExpression':
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'ReturnStatement':
      return [{ at: node, isNegated: false }];
    default:
      return undefined;
  }
}

/** A literal, or a constant of an enumeration: never undefined. */
function isSureValue(node: Node | undefined): boolean {
  const value = unwrap(node);
  if (value?.type === 'BooleanLiteral') return value['value'] === true;
  if (/^(?:String|Numeric)Literal$/.test(value?.type ?? '')) return true;
  return isMember(value) && /^[A-Z]/.test(nameOf(child(value, 'object')) ?? '') && !value!['computed'];
}

/** `['admin', 'owner'].includes(role)`, or of a list by name. */
function isInList(call: Node, argument: Node): boolean {
  const callee = child(call, 'callee');
  const isIncludes = isMember(callee) && nameOf(child(callee, 'property')) === 'includes';
  const list = child(callee, 'object');
  const isSure = list?.type !== 'ArrayExpression' || childList(list, 'elements').every(isSureValue);
  return isIncludes && isSure && childList(call, 'arguments')[0] === argument;
}

/** Whether a test that comes out false (true, if negated) lets through no more than it would otherwise. */
function decidesShut(test: Node, isNegated: boolean, verdict: Verdict, file: SourceFile): boolean {
  const { bindings } = file;
  const parent = bindings.parentOf(test);
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent['operator'] === '!' && decidesShut(parent, !isNegated, verdict, file);
    case 'LogicalExpression':
    case 'TSAsExpression':
      return parent['operator'] !== '??' && decidesShut(parent, isNegated, verdict, file);
    case 'CallExpression':
      return (
        nameOf(child(parent, 'callee')) === 'Boolean' && isCall(parent) && decidesShut(parent, isNegated, verdict, file)
      );
    case 'VariableDeclarator': {
      const own = child(parent, 'init') === test ? bindings.of(child(parent, 'id')) : undefined;
      const isConstant = own && bindings.parentOf(parent)?.['kind'] === 'const';
      return isConstant === true && own!.references.every((each) => decidesShut(each, isNegated, verdict, file));
    }
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return verdict === 'boolean' && !isNegated;
    case 'ConditionalExpression':
    case 'IfStatement': {
      if (child(parent, 'test') !== test) {
        const isResult = parent.type === 'ConditionalExpression' && verdict === 'boolean';
        return isResult && decidesShut(parent, isNegated, verdict, file);
      }
      const effect = effectOf(child(parent, 'consequent'), verdict, file);
      if (parent.type === 'ConditionalExpression') return false;
      return effect === (isNegated ? 'shuts' : 'opens');
    }
    default:
      return false;
  }
}

/** What a branch does to the request as it ends. */
function effectOf(branch: Node | undefined, verdict: Verdict, file: SourceFile): 'opens' | 'shuts' | undefined {
  const last = branch?.type === 'BlockStatement' ? childList(branch, 'body').at(-1) : branch;
  const isPlain =
    branch?.type !== 'BlockStatement' ||
    childList(branch, 'body').every((each) => !/^(?:If|Switch|For|While|Try)/.test(each.type));
  if (last?.type !== 'ReturnStatement' || !isPlain) return undefined;
  const value = unwrap(child(last, 'argument'));
  if (verdict === 'boolean') {
    if (value?.type === 'BooleanLiteral') return value['value'] === true ? 'opens' : 'shuts';
    return answers(value, file) ? 'shuts' : undefined;
  }
  if (!value || value.type === 'NullLiteral' || nameOf(value) === 'undefined') return 'opens';
  const callee = child(value, 'callee');
  if (isCall(value) && isMember(callee) && nameOf(child(callee, 'property')) === 'next') return 'opens';
  return answers(value, file) ? 'shuts' : undefined;
}

/** A response, or a call of a function of the file that comes to nothing else: `json(403, 'no')`. */
function answers(value: Node | undefined, { bindings }: SourceFile): boolean {
  if (isAnswer(value)) return true;
  const binding = isCall(value) ? bindings.of(child(value, 'callee')) : undefined;
  if (binding?.scope !== bindings.program || binding.identifiers.length > 1) return false;
  const { declaration } = binding;
  const isConstant = bindings.parentOf(declaration)?.['kind'] === 'const';
  const fn = declaration.type === 'VariableDeclarator' && isConstant ? child(declaration, 'init') : declaration;
  if (!fn || !isFunction(fn) || fn['async'] === true) return false;
  return resultsOf(fn).every(isAnswer) && alwaysReturns(child(fn, 'body'));
}
