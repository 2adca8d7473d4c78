import {
  child,
  childList,
  isCall,
  isFunction,
  isMember,
  nameOf,
  unwrap,
  yieldedBy,
  contains,
  type Node,
} from '../ast/tree.js';
import type { MockHelper } from '../clerk/helpers.js';
import type { ModuleSite } from '../scan/sites.js';
import type { Entry, SourceFile, Use } from '../source/source-file.js';
import { factoryOf, isBeside, type MockFactory } from './mock-factory.js';

/** What stands in for a module of Auth.js's in a test. */
export const STAND_INS: Readonly<Record<string, string>> = {
  'next-auth': '@clerk/nextjs/server',
  'next-auth/next': '@clerk/nextjs/server',
  'next-auth/react': '@clerk/nextjs',
};

const ASKS: ReadonlySet<string> = new Set(['getServerSession', 'unstable_getServerSession', 'useSession']);

/** `vi.mock('next-auth', …)`: the call, and its factory if it has one. */
export interface ModuleMock {
  readonly entry: Entry<ModuleSite>;
  readonly call: Node;
  readonly factory: Node | undefined;
  /** The factory, where it puts a function of the test's own in Auth.js's place. */
  readonly own: MockFactory | undefined;
}

/** `vi.mocked(getServerSession).mockResolvedValue(V)`, to become `mockSession(V)`. */
export interface Answer {
  readonly use: Use;
  readonly call: Node;
  readonly helper: MockHelper;
  readonly value: Node;
}

/** Whether a use asks who is signed in. */
export const asks = ({ site }: Use): boolean => site.origin.module in STAND_INS && ASKS.has(site.origin.name);

/** The mock that a module string belongs to; undefined where it makes more than functions without an answer, or one of its own. */
export function moduleMock(entry: Entry<ModuleSite>, file: SourceFile): ModuleMock | undefined {
  const call = file.bindings.parentOf(entry.node);
  if (!call || !isCall(call) || !(entry.site.source in STAND_INS)) return undefined;
  const callee = child(call, 'callee');
  if (!/^(?:vi|jest)$/.test(nameOf(child(callee, 'object')) ?? '') || nameOf(child(callee, 'property')) !== 'mock')
    return undefined;
  const [string, factory, ...more] = childList(call, 'arguments');
  if (string !== entry.node || more.length > 0 || file.bindings.parentOf(call)?.type !== 'ExpressionStatement')
    return undefined;
  const made = factory ? propertiesMade(factory, file) : [];
  const asking = (made ?? []).filter((property) => ASKS.has(nameOf(child(property, 'key')) ?? ''));
  // Without an answer in the file, Auth.js's other functions may be what the mock is for.
  const isForSession = factory ? asking.length > 0 : entry.site.source === 'next-auth/next';
  const isAsked = file
    .uses(({ module }) => STAND_INS[module] === STAND_INS[entry.site.source])
    .some((use) => asks(use));
  const [property] = asking.filter((each) => !isBareMock(child(each, 'value')));
  if (!made || (property && (asking.length > 1 || !isCallable(child(property, 'value')!)))) return undefined;
  const own = property && factory && factoryOf(factory, property, file);
  return isForSession || (!factory && isAsked) ? { entry, call, factory, own } : undefined;
}

/** What a factory makes; undefined where that is more than what asks for sessions, and mocks that nothing looks at. */
function propertiesMade(factory: Node, file: SourceFile): Node[] | undefined {
  if (!isFunction(factory) || factory['async'] || childList(factory, 'params').length > 0) return undefined;
  const made = unwrap(yieldedBy(factory));
  if (made?.type !== 'ObjectExpression') return undefined;
  const properties = childList(made, 'properties').filter((each) => nameOf(child(each, 'key')) !== '__esModule');
  const isKnown = (each: Node) =>
    each.type === 'ObjectProperty' &&
    !each['computed'] &&
    (isBeside(each, file) || (ASKS.has(nameOf(child(each, 'key')) ?? '') && child(each, 'value') !== undefined));
  return properties.every(isKnown) ? properties : undefined;
}

/** Whether a value may be called without arguments. */
function isCallable(node: Node): boolean {
  if (isFunction(node)) return childList(node, 'params').every(({ type }) => type === 'RestElement');
  return isMember(node) || /^(?:Identifier|CallExpression)$/.test(node.type);
}

/** `vi.fn()`, `jest.fn()` */
function isBareMock(node: Node | undefined): boolean {
  const callee = child(node, 'callee');
  return (
    node?.type === 'CallExpression' &&
    childList(node, 'arguments').length === 0 &&
    /^(?:vi|jest)$/.test(nameOf(child(callee, 'object')) ?? '') &&
    nameOf(child(callee, 'property')) === 'fn'
  );
}

/** The statement that says what a mocked function yields; undefined where a use is anything else. */
export function answerOf(use: Use, file: SourceFile): Answer | undefined {
  let mocked = use.node;
  for (let around = file.bindings.parentOf(mocked); around; around = file.bindings.parentOf(mocked)) {
    const isCast = /^TS(?:As|Satisfies|NonNull)Expression$|^TSTypeAssertion$/.test(around.type);
    if (!isCast && !(isMocked(around) && childList(around, 'arguments')[0] === mocked)) break;
    if (isCast && child(around, 'expression') !== mocked) return undefined;
    mocked = around;
  }
  const member = file.bindings.parentOf(mocked);
  const call = member && file.bindings.parentOf(member);
  if (member?.type !== 'MemberExpression' || child(member, 'object') !== mocked || member['computed']) return undefined;
  if (call?.type !== 'CallExpression' || child(call, 'callee') !== member) return undefined;
  const [given, ...more] = childList(call, 'arguments');
  if (!given || more.length > 0 || file.bindings.parentOf(call)?.type !== 'ExpressionStatement') return undefined;
  const isHook = use.site.origin.name === 'useSession';
  const found = (isHook ? hookValue : serverValue)(nameOf(child(member, 'property')) ?? '', given);
  if (!found || (isHook ? !isPlainResult(found.value) : false) || isCompared(found.value, file)) return undefined;
  if (found.isLater && file.bindings.all.some(({ references }) => references.some((at) => contains(found.value, at))))
    return undefined; // a function reads its names when it is called, not here
  return { use, call, helper: found.helper, value: found.value };
}

/** `vi.mocked(x)`, `jest.mocked(x)` */
function isMocked(node: Node): boolean {
  const callee = child(node, 'callee');
  return (
    node.type === 'CallExpression' &&
    /^(?:vi|jest)$/.test(nameOf(child(callee, 'object')) ?? '') &&
    nameOf(child(callee, 'property')) === 'mocked'
  );
}

interface Found {
  readonly helper: MockHelper;
  readonly value: Node;
  /** Whether the value stands in a function. */
  readonly isLater: boolean;
}

function serverValue(method: string, given: Node): Found | undefined {
  const [, kind, once] = /^mock(ResolvedValue|ReturnValue|Implementation)(Once)?$/.exec(method) ?? [];
  const isLater = kind === 'Implementation';
  if (isLater && (!isFunction(given) || childList(given, 'params').length > 0)) return undefined;
  const yielded = isLater ? unwrap(yieldedBy(given)) : given;
  const isPromise = kind === 'ResolvedValue' || (isLater && given['async'] === true);
  const value = kind === undefined ? undefined : isPromise ? yielded : promised(yielded);
  return value && { helper: once ? 'mockSessionOnce' : 'mockSession', value, isLater };
}

/** A hook's one answer for all renders; how often Clerk's hooks are asked differs, so that `Once` has no counterpart. */
function hookValue(method: string, given: Node): Found | undefined {
  return method === 'mockReturnValue' ? { helper: 'mockUseSession', value: given, isLater: false } : undefined;
}

/** The V of `Promise.resolve(V)`. */
function promised(node: Node | undefined): Node | undefined {
  const callee = child(node, 'callee');
  const isResolve = nameOf(child(callee, 'object')) === 'Promise' && nameOf(child(callee, 'property')) === 'resolve';
  return node?.type === 'CallExpression' && isResolve ? childList(node, 'arguments')[0] : undefined;
}

/** Whether a hook's result holds nothing that the test looks at afterwards, as `update` would be. */
function isPlainResult(node: Node): boolean {
  const value = unwrap(node);
  if (value?.type !== 'ObjectExpression') return false;
  return childList(value, 'properties').every((property) => {
    const name = nameOf(child(property, 'key')) ?? '';
    return /^(?:data|status)$/.test(name) || (name === 'update' && isBareMock(child(property, 'value')));
  });
}

/** Whether the test expects the very object that it gave: Clerk's is another one. */
export function isCompared(node: Node, file: SourceFile): boolean {
  const references = file.bindings.of(unwrap(node))?.references ?? [];
  return references.some((reference) => {
    const callee = child(file.bindings.parentOf(reference), 'callee');
    return /^(?:toBe|toEqual|toStrictEqual|toHaveBeenCalledWith)$/.test(nameOf(child(callee, 'property')) ?? '');
  });
}
