import type { Piece } from '../ast/edits.js';
import { quoted } from '../ast/style.js';
import {
  child,
  childList,
  childrenOf,
  contains,
  isCall,
  isFunction,
  isMember,
  nameOf,
  stringOf,
  type Node,
} from '../ast/tree.js';
import type { Destination } from '../authjs/modules.js';
import type { SourceFile } from '../source/source-file.js';
import { isPure } from './purity.js';
import { fieldsIn, isSilent, optionOf, pushedAfter } from './sign-in-wishes.js';

/** Where somebody who has signed in is led. */
export interface Target {
  /** One that is the same for everybody goes before the way back that Clerk adds, as it did with Auth.js. */
  readonly prop: 'forceRedirectUrl' | 'fallbackRedirectUrl';
  readonly literal: string | undefined;
  /** The expression, for where it is none. */
  pieces(): Piece[];
  /** Text that it takes over from what goes. */
  readonly kept: readonly Node[];
}

/** A use that signs in: a call of Auth.js's, or an action of the app's own with what it says of its destination. */
export interface Asked {
  readonly use: Node;
  readonly call: Node | undefined;
  readonly leadsTo: Destination | undefined;
}

/**
 * The place that the calls lead to: what their options or the action name, or where the code goes when they are done.
 * `none` where nothing names one; undefined where it is known only when somebody signs in, or two of them differ.
 */
export function targetOf(
  asked: readonly Asked[],
  component: Node,
  gone: readonly Node[],
  file: SourceFile,
): Target | 'none' | undefined {
  const given = asked.filter(({ leadsTo }) => leadsTo?.parameter !== undefined || leadsTo?.text !== undefined);
  if (given.length > 0) return given.length === 1 ? ofAction(given[0]!, component, gone, file) : undefined;
  const calls = asked.flatMap(({ call, leadsTo }) => (leadsTo ? [] : (call ?? [])));
  const named = calls.map((call) => optionOf(call, file));
  if (named.includes('hidden')) return undefined;
  const options = named.filter((each) => typeof each === 'object');
  const pushed = calls.filter(isSilent).flatMap((call) => pushedAfter(call, file));
  const wanted = [options, pushed, fieldsIn(component)].find((each) => each.length > 0) ?? [];
  if (wanted.length === 0) return 'none';
  const values = wanted.map((node) => steadyValue(node, component, gone, file));
  const [first] = values;
  if (!first || values.some((each) => !each || file.textOf(each) !== file.textOf(first)))
    return options.length > 0 ? undefined : 'none';
  const test = wanted === pushed ? testOf(wanted[0]!, first, file) : undefined;
  if (!test) return ofNode(first, file);
  return isKnownIn(test, component, gone, file) ? ofTested(test, first) : 'none';
}

/** The test under which code goes to an address that it is about: without it there may be none. */
function testOf(pushed: Node, value: Node, file: SourceFile): Node | undefined {
  const names = new Set([...namesRead(value, file)].map(nameOf));
  let inner = pushed;
  for (const outer of file.bindings.ancestors(pushed)) {
    if (isFunction(outer)) return undefined;
    const test = child(outer, 'consequent') === inner ? child(outer, 'test') : undefined;
    if (test && [...namesRead(test, file)].some((name) => names.has(nameOf(name)))) return test;
    inner = outer;
  }
  return undefined;
}

/** `next && next.toString()` */
function ofTested(test: Node, value: Node): Target | 'none' {
  if (value.type === test.type && nameOf(value) !== undefined && nameOf(value) === nameOf(test))
    return { prop: 'fallbackRedirectUrl', literal: undefined, pieces: () => [value], kept: [value] };
  const isPlain = /^(?:Identifier|(?:Optional)?(?:Member|Call)Expression|TemplateLiteral)$/;
  if (!isPlain.test(test.type) || !isPlain.test(value.type)) return 'none';
  return {
    prop: 'fallbackRedirectUrl',
    literal: undefined,
    pieces: () => [test, ' && ', value],
    kept: [test, value],
  };
}

const ofNode = (node: Node, file: SourceFile): Target => ({
  prop: isConstant(node, file) ? 'forceRedirectUrl' : 'fallbackRedirectUrl',
  literal: stringOf(node),
  pieces: () => [node],
  kept: [node],
});

/** What an action names: a constant comes by an import, a parameter is what the caller gives. */
function ofAction(
  { use, leadsTo }: Asked,
  component: Node,
  gone: readonly Node[],
  file: SourceFile,
): Target | undefined {
  const { parameter, text, constant } = leadsTo!;
  const literal = text !== undefined && constant === undefined ? (JSON.parse(text) as string) : undefined;
  const written = (): Piece[] => {
    if (constant) return [file.imports.add(file.context.specifierOf(constant.module), constant.name)];
    return literal === undefined ? [] : [quoted(literal, file.style)];
  };
  if (parameter === undefined) return { prop: 'forceRedirectUrl', literal, pieces: written, kept: [] };
  const argument = argumentOf(use, parameter, file);
  const value = argument && steadyValue(argument, component, gone, file);
  if (!value || !/^(?:Identifier|MemberExpression|StringLiteral|CallExpression)$/.test(value.type)) return undefined;
  const fallback = () => (text === undefined ? [] : [' || ', ...written()]);
  return { prop: 'fallbackRedirectUrl', literal: undefined, pieces: () => [value, ...fallback()], kept: [value] };
}

/** What an action is given for a parameter: `login(values, next)`, `login.bind(null, next)`. */
function argumentOf(use: Node, parameter: number, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(use);
  if (isCall(parent) && child(parent, 'callee') === use) return childList(parent, 'arguments')[parameter];
  const call = parent && bindings.parentOf(parent);
  const isBind = isMember(parent) && nameOf(child(parent, 'property')) === 'bind' && isCall(call);
  return isBind ? childList(call, 'arguments')[parameter + 1] : undefined;
}

/** The expression, or what the handler's constant of that name holds, where the component itself can work it out. */
function steadyValue(node: Node, component: Node, gone: readonly Node[], file: SourceFile): Node | undefined {
  if (isKnownIn(node, component, gone, file)) return node;
  const binding = node.type === 'Identifier' ? file.bindings.of(node) : undefined;
  const init = child(binding?.declaration, 'init');
  const isPlain = init !== undefined && child(binding!.declaration, 'id')?.type === 'Identifier';
  return isPlain && isKnownIn(init, component, gone, file) ? init : undefined;
}

function isKnownIn(node: Node, component: Node, gone: readonly Node[], file: SourceFile): boolean {
  if (!isPure(node, true, file) || file.edits.touches(node)) return false;
  const outer = new Set([
    file.bindings.program,
    file.bindings.scopeOf(component),
    file.bindings.scopeOf(child(component, 'body')!),
  ]);
  return [...namesRead(node, file)].every((name) => {
    const binding = file.bindings.of(name);
    if (!binding) return /^(?:undefined|encodeURIComponent|process|String)$/.test(nameOf(name)!);
    return outer.has(binding.scope) && !gone.some((each) => contains(each, binding.declaration));
  });
}

function* namesRead(node: Node, file: SourceFile): Generator<Node> {
  const isFree = (name: string) => file.bindings.free.get(name)?.includes(node);
  if (node.type === 'Identifier' && (file.bindings.of(node) || isFree(nameOf(node)!))) yield node;
  for (const { child: inner } of childrenOf(node)) yield* namesRead(inner, file);
}

/** Whether it is the same for everybody. */
function isConstant(node: Node, file: SourceFile): boolean {
  return (
    [...namesRead(node, file)].every((name) => {
      const binding = file.bindings.of(name);
      return !binding || binding.scope === file.bindings.program;
    }) && !/\(/.test(file.textOf(node))
  );
}
