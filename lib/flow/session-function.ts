import { child, childList, isCall, isFunction, nameOf, type Node } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { bridgeModule } from './bridge.js';

/**
 * `createContext({ auth })` → `createContext({ auth: getSession })`: v5's `auth` handed on, to be called without arguments.
 * @returns whether it was written
 */
export function bridgeSessionFunction(use: Use, file: SourceFile): boolean {
  const property = file.bindings.parentOf(use.node);
  const typeOnly = isItsType(property, file);
  if (!isFunctionHandedOn(use, file)) return false;
  const module = bridgeModule('app', file);
  if (module === undefined) return false;
  const name = file.imports.add(module, 'getSession', { typeOnly });
  const key = child(property, 'key');
  const gap = key && file.text.slice(key.end, use.node.start);
  if (property!['shorthand'] === true || (key?.type === 'Identifier' && gap === ': '))
    file.edits.replace(property!, () => (name() === nameOf(key) ? name() : `${nameOf(key)}: ${name()}`));
  else file.edits.replace(use.node, name);
  return true;
}

/** Whether v5's `auth` is handed on to code that calls it without arguments, as far as can be told. */
export function isFunctionHandedOn(use: Use, file: SourceFile): boolean {
  const { routeKind } = file.context;
  if (use.site.origin.module !== OWN.instance || routeKind === 'middleware' || routeKind.startsWith('pages-'))
    return false;
  const around = file.bindings.parentOf(use.node);
  return isItsType(around, file) || isValueOf(around, use.node, file) || isHandedToCaller(around, use.node, file);
}

/** `ask: typeof auth`, the type of what is handed on. */
const isItsType = (query: Node | undefined, { bindings }: SourceFile): boolean =>
  query?.type === 'TSTypeQuery' &&
  /^TS(?:TypeAnnotation|TypeAliasDeclaration)$/.test(bindings.parentOf(query)?.type ?? '');

/** A property of an object in an expression, where a name says what the function is for. */
const isValueOf = (property: Node | undefined, node: Node, { bindings }: SourceFile): boolean =>
  property?.type === 'ObjectProperty' &&
  child(property, 'value') === node &&
  bindings.parentOf(property)?.type === 'ObjectExpression';

/** An argument of React's `cache()`, or of a function of the file's own that does no more than call it. */
function isHandedToCaller(call: Node | undefined, node: Node, { bindings }: SourceFile): boolean {
  const callee = child(call, 'callee');
  if (!isCall(call) || callee?.type !== 'Identifier') return false;
  const binding = bindings.of(callee);
  if (binding?.imported?.source === 'react' && binding.imported.name === 'cache') return true;
  const fn =
    binding?.declaration.type === 'VariableDeclarator' ? child(binding.declaration, 'init') : binding?.declaration;
  const parameter = fn && isFunction(fn) && childList(fn, 'params')[childList(call, 'arguments').indexOf(node)];
  const given = parameter ? bindings.of(parameter) : undefined;
  return (
    given !== undefined &&
    given.references.every((reference) => {
      const called = bindings.parentOf(reference);
      return isCall(called) && child(called, 'callee') === reference && childList(called, 'arguments').length === 0;
    })
  );
}
