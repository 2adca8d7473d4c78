import type { Bindings } from '../ast/bindings.js';
import { attributeNamed, tagOf } from '../ast/jsx.js';
import {
  child,
  childList,
  childrenOf,
  isCall,
  isFunction,
  isMember,
  nameOf,
  stringOf,
  type Node,
} from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

const TARGET = /^(?:callbackUrl|redirectTo)$/;

/** `<input type="hidden" name="redirectTo" value={next} />`: an action hands the whole form to Auth.js. */
export function fieldsIn(node: Node): Node[] {
  const name = tagOf(node) === 'input' ? stringOf(child(attributeNamed(node, 'name'), 'value')) : undefined;
  if (name !== undefined && TARGET.test(name)) {
    const value = child(attributeNamed(node, 'value') ?? attributeNamed(node, 'defaultValue'), 'value');
    const expression = child(value, 'expression') ?? value;
    return expression ? [expression] : [];
  }
  return [...childrenOf(node)].flatMap(({ child: inner }) => fieldsIn(inner));
}

/** The value of `callbackUrl` or `redirectTo` among a call's options; 'hidden' where it may be in what can't be read. */
export function optionOf(call: Node, { bindings }: SourceFile): Node | 'hidden' | undefined {
  for (const argument of childList(call, 'arguments').slice(1)) {
    if (isFormData(argument, bindings)) return undefined; // what its fields hold
    if (argument.type !== 'ObjectExpression' && !isNothing(argument)) return 'hidden';
    for (const property of childList(argument, 'properties')) {
      if (TARGET.test(nameOf(child(property, 'key')) ?? '')) return child(property, 'value');
      if (property.type !== 'SpreadElement') continue;
      const spread = optionInSpread(child(property, 'argument')!);
      if (spread) return spread;
    }
    return undefined; // a third argument holds parameters of the provider's address
  }
  return undefined;
}

/** What a form hands to its action: `action={async (data) => signIn("resend", data)}`. */
function isFormData(node: Node, bindings: Bindings): boolean {
  const declaration = node.type === 'Identifier' ? bindings.of(node)?.declaration : undefined;
  if (!declaration || !isFunction(declaration)) return false;
  const holder = bindings.parentOf(declaration);
  const attribute = holder?.type === 'JSXExpressionContainer' ? bindings.parentOf(holder) : undefined;
  const [first] = childList(declaration, 'params');
  const isAction = /^(?:action|formAction)$/.test(nameOf(child(attribute, 'name')) ?? '');
  return isAction && first?.type === 'Identifier' && nameOf(first) === nameOf(node);
}

const isNothing = (node: Node): boolean => node.type === 'NullLiteral' || nameOf(node) === 'undefined';

/** `...(next && { callbackUrl: next })`, `...(next ? { callbackUrl: next } : {})`: what is not there leads nowhere. */
function optionInSpread(spread: Node): Node | 'hidden' | undefined {
  if (spread.type === 'Identifier') return undefined; // what was typed in
  const object = child(spread, spread.type === 'ConditionalExpression' ? 'consequent' : 'right');
  const value = childList(object, 'properties').find((each) => TARGET.test(nameOf(child(each, 'key')) ?? ''));
  const isElse = childList(child(spread, 'alternate'), 'properties').length > 0;
  const test = child(spread, spread.type === 'ConditionalExpression' ? 'test' : 'left');
  const named = child(value, 'value');
  if (!value) return [...namesIn(spread)].some((name) => TARGET.test(name)) ? 'hidden' : undefined;
  return named?.type === 'Identifier' && test && [...namesIn(test)].includes(nameOf(named)!) && !isElse
    ? named
    : 'hidden';
}

function* namesIn(node: Node): Generator<string> {
  const name = node.type === 'Identifier' ? nameOf(node) : undefined;
  if (name !== undefined) yield name;
  for (const { child: inner } of childrenOf(node)) yield* namesIn(inner);
}

/** `redirect: false`: the code itself goes on. */
export const isSilent = (call: Node): boolean =>
  childList(call, 'arguments').some((argument) =>
    childList(argument, 'properties').some(
      (property) => nameOf(child(property, 'key')) === 'redirect' && child(property, 'value')?.['value'] === false,
    ),
  );

/** Where the function around a call goes: `router.push(x)`, `router.replace(x)`. Of an e-mail’s form that is no target: it waits there. */
export function pushedAfter(call: Node, file: SourceFile): Node[] {
  if (nameOf(childList(call, 'arguments')[0]) !== 'credentials') return [];
  const fn = [...file.bindings.ancestors(call)].findLast((each) => isFunction(each) && !isComponentLike(each, file));
  return fn ? [...callsIn(fn)].filter(isPush).flatMap((each) => childList(each, 'arguments')[0] ?? []) : [];
}

const isComponentLike = (fn: Node, file: SourceFile): boolean =>
  /^[A-Z]/.test(nameOf(child(fn, 'id')) ?? nameOf(child(file.bindings.parentOf(fn), 'id')) ?? '') ||
  (file.bindings.parentOf(fn)?.type ?? '').startsWith('Export');

function isPush(call: Node): boolean {
  const callee = child(call, 'callee');
  return /^(?:push|replace)$/.test(nameOf(isMember(callee) ? child(callee, 'property') : callee) ?? '');
}

function* callsIn(node: Node): Generator<Node> {
  if (isCall(node)) yield node;
  for (const { child: inner } of childrenOf(node)) yield* callsIn(inner);
}
