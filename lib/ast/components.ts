import type { Bindings } from './bindings.js';
import type { Edits } from './edits.js';
import { indentLines, isElement } from './jsx.js';
import { endOfLine } from './lines.js';
import { indentAt, type Style } from './style.js';
import { child, childList, childrenOf, contains, isCall, isFunction, isMember, nameOf, type Node } from './tree.js';

/** Functions that take a component and give one. */
const TAKES_COMPONENT = /^(?:memo|forwardRef|observer|with[A-Z]\w*)$/;
const isHookName = (name: string): boolean => /^use[A-Z0-9]/.test(name);
const DEFAULT = 'default';

/**
 * The function around a node in which React allows hooks: a component, or a hook of the app's own. Undefined where
 * there is none, where it is async, and where the node stands in its parameters.
 */
export function componentAround(node: Node, bindings: Bindings): Node | undefined {
  const component = rendererAround(node, bindings);
  return component && !component['async'] && !component['generator'] ? component : undefined;
}

/** The component or hook around a node, be it one of the server that waits; undefined where the node stands in its parameters. */
export function rendererAround(node: Node, bindings: Bindings): Node | undefined {
  for (const at of bindings.ancestors(node)) {
    if (!isFunction(at)) continue;
    const name = componentName(at, bindings);
    const isHook = name !== undefined && isHookName(name);
    if (!isHook && (name === undefined || !(name === DEFAULT || /^[A-Z]/.test(name)) || !rendersOrHooks(at))) continue;
    return contains(child(at, 'body')!, node) ? at : undefined;
  }
  return undefined;
}

/** The name that a function is known by; `default` for a default export that no capital tells to be a component. */
export function componentName(node: Node, bindings: Bindings): string | undefined {
  const own = nameOf(child(node, 'id'));
  if (own !== undefined && (/^[A-Z]/.test(own) || isHookName(own))) return own;
  let at = node;
  for (let parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    if (parent.type === 'ExportDefaultDeclaration') return DEFAULT;
    if (parent.type === 'VariableDeclarator') return child(parent, 'init') === at ? nameOf(child(parent, 'id')) : own;
    if (/^TS(?:As|Satisfies)Expression$/.test(parent.type)) continue;
    if (!isCall(parent) || !TAKES_COMPONENT.test(calledName(parent) ?? '')) return own;
  }
  return own;
}

function calledName(call: Node): string | undefined {
  const callee = child(call, 'callee');
  return nameOf(isMember(callee) ? child(callee, 'property') : callee);
}

/** Whether a function shows JSX, or nothing, or calls a hook already: a capital alone makes no component. */
function rendersOrHooks(node: Node): boolean {
  if (isElement(node) || (isCall(node) && /^(?:use[A-Z0-9].*|createElement)$/.test(calledName(node) ?? '')))
    return true;
  if (node.type === 'ReturnStatement' && child(node, 'argument')?.type === 'NullLiteral') return true;
  for (const { child } of childrenOf(node)) if (rendersOrHooks(child)) return true;
  return false;
}

/** The statements of a function's body that its own block holds; none of an arrow that gives an expression. */
export const statementsOf = (fn: Node): Node[] => childList(child(fn, 'body'), 'body');

/**
 * Puts a statement first into a function, behind its directives. An arrow that gives an expression gets a block.
 * @param statement without a semicolon
 */
export function insertFirst(
  fn: Node,
  statement: string | (() => string),
  { text, edits, style }: { text: string; edits: Edits; style: Style },
): void {
  const write = () => (typeof statement === 'string' ? statement : statement());
  const body = child(fn, 'body')!;
  if (body.type !== 'BlockStatement') return openArrow(fn, body, write, { text, edits, style });
  const offset = childList(body, 'directives').at(-1)?.end ?? body.start + 1;
  const line = text.slice(offset, endOfLine(text, offset));
  if (!/^\s*(?:\/\/[^\n]*)?$/.test(line)) return edits.insert(offset, ' ', write, ';');
  const first = childList(body, 'body')[0];
  const indent = first ? indentAt(text, first.start) : `${indentAt(text, body.start)}${style.indent}`;
  edits.insert(offset + line.trimEnd().length, `\n${indent}`, write, style.semicolon);
}

function openArrow(
  fn: Node,
  body: Node,
  write: () => string,
  { text, edits, style }: { text: string; edits: Edits; style: Style },
): void {
  const arrow = text.lastIndexOf('=>', body.start);
  const start = arrow + 2 + /^\s*/.exec(text.slice(arrow + 2))![0].length;
  const outer = indentAt(text, fn.start);
  const inner = `${outer}${style.indent}`;
  // Behind `return`, a comment's line break would end the statement.
  const isCommented = /^\/[/*]/.test(text.slice(start));
  edits.replace(
    { start: arrow, end: start },
    `=> {\n${inner}`,
    write,
    `${style.semicolon}\n${inner}return `,
    isCommented ? '(' : '',
  );
  indentLines(body, { start, end: fn.end }, [], { text, edits, step: style.indent });
  edits.insert(fn.end, `${isCommented ? ')' : ''}${style.semicolon}\n${outer}}`);
}
