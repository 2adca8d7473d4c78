/**
 * A syntax tree as both parsers make it: oxc's ESTree in the scan, Babel's in the chain. They differ in a few node
 * types only, and what is in this folder reads both.
 */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A range of the text in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Keys that hold no child: positions, comments and what Babel keeps for printers. */
const NOT_CHILDREN = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'comments',
  'tokens',
  'errors',
  'original',
]);

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** A test of node types by a pattern, each type tested once: walks ask it of every node. */
export function typeTest(pattern: RegExp): (node: Node) => boolean {
  const known = new Map<string, boolean>();
  return ({ type }) => {
    let answer = known.get(type);
    if (answer === undefined) known.set(type, (answer = pattern.test(type)));
    return answer;
  };
}

/** Calls `visit` for the children of a node in the order of its keys: what walks whole trees takes this, it makes nothing. */
export function forEachChild(node: Node, visit: (child: Node, key: string, index: number | undefined) => void): void {
  for (const key in node) {
    const value = node[key];
    // Most values are numbers, strings and nulls: they are told before the key is looked up.
    if (typeof value !== 'object' || value === null || NOT_CHILDREN.has(key)) continue;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const child: unknown = value[index];
        if (isNode(child)) visit(child, key, index);
      }
    } else if (isNode(value)) visit(value, key, undefined);
  }
}

/** The children of a node in the order of its keys, each with its key and, in a list, its index. */
export function childrenOf(node: Node): { key: string; index: number | undefined; child: Node }[] {
  const children: { key: string; index: number | undefined; child: Node }[] = [];
  forEachChild(node, (inner, key, index) => void children.push({ key, index, child: inner }));
  return children;
}

/** A node and all that is in it, parents first. */
export function* walk(node: Node): Generator<Node> {
  const waiting = [node];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    yield at;
    const inner: Node[] = [];
    forEachChild(at, (each) => void inner.push(each));
    for (let index = inner.length - 1; index >= 0; index--) waiting.push(inner[index]!);
  }
}

/** The node under `key`, if there is one. */
export function child(node: Node | undefined, key: string): Node | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** The nodes under `key`; holes of array patterns are left out. */
export function childList(node: Node | undefined, key: string): Node[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier of either kind, or of a string that stands for a name (`import { 'a-b' as c }`). */
export function nameOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node['name'] as string;
  return stringOf(node);
}

/** The value of a string literal, or of a template without expressions. */
export function stringOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'StringLiteral' || node.type === 'Literal') {
    return typeof node['value'] === 'string' ? node['value'] : undefined;
  }
  if (node.type === 'TSLiteralType') return stringOf(child(node, 'literal'));
  if (node.type === 'TemplateLiteral') {
    const quasis = childList(node, 'quasis');
    return quasis.length === 1 ? (quasis[0]!['value'] as { cooked?: string }).cooked : undefined;
  }
  return undefined;
}

const WRAPPERS = new Set([
  'AwaitExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'ParenthesizedExpression',
  'ChainExpression',
]);

/** The expression inside `await`, `as`, `satisfies`, `!`, `<T>x` and parentheses. */
export function unwrap(node: Node | undefined): Node | undefined {
  let inner = node;
  while (inner && WRAPPERS.has(inner.type)) inner = child(inner, 'argument') ?? child(inner, 'expression');
  return inner;
}

export const isWrapper = (node: Node): boolean => WRAPPERS.has(node.type);

/** What a function yields at once: an arrow's expression, or what its only statement returns. */
export function yieldedBy(node: Node | undefined): Node | undefined {
  const body = child(node, 'body');
  if (body?.type !== 'BlockStatement') return body;
  const [statement, ...more] = childList(body, 'body');
  return statement?.type === 'ReturnStatement' && more.length === 0 ? child(statement, 'argument') : undefined;
}

/** `import('x')`, in either parser's form, and `require('x')`: the node of the string. */
export function loadedModule(node: Node | undefined): Node | undefined {
  if (node?.type === 'ImportExpression') return child(node, 'source');
  if (node?.type !== 'CallExpression') return undefined;
  const callee = child(node, 'callee');
  return callee?.type === 'Import' || (callee?.type === 'Identifier' && callee['name'] === 'require')
    ? childList(node, 'arguments')[0]
    : undefined;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const isFunction = typeTest(
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/,
);

export const isMember = (node: Node | undefined): boolean =>
  node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';

export const isCall = (node: Node | undefined): boolean =>
  node?.type === 'CallExpression' || node?.type === 'OptionalCallExpression';
