import { isNode, type Span } from '../tree.js';
import { moveTypeArguments, OnlyBabels, withTypeArguments, type Change, type Draft, type Inside } from './draft.js';

const literal: Change = (node) => {
  const { value, start, end, regex, bigint } = node;
  if (regex) return { type: 'RegExpLiteral', start, end, ...(regex as { pattern: string; flags: string }) };
  if (typeof bigint === 'string') return { type: 'BigIntLiteral', start, end, value: bigint };
  node.type = LITERALS[typeof value] ?? 'NullLiteral';
  return node;
};

const LITERALS: Readonly<Record<string, string>> = {
  string: 'StringLiteral',
  number: 'NumericLiteral',
  boolean: 'BooleanLiteral',
};

const parenthesized: Change = ({ start, expression }, { adapt }) => {
  const inner = adapt(expression as Draft);
  inner['extra'] = { parenthesized: true, parenStart: start };
  return inner;
};

const dynamicImport: Change = ({ start, end, source, options }, { adapt }) => ({
  type: 'CallExpression',
  start,
  end,
  callee: { type: 'Import', start, end: start + 'import'.length },
  arguments: [source, options].filter(isNode).map((each) => adapt(each as Draft)),
});

/** oxc's holds the marks around it, and the scan counts from them. */
const templateElement: Change = (node) => {
  node['withMarks'] = { start: node.start, end: node.end } satisfies Span;
  node.start += 1;
  node.end -= node['tail'] ? 1 : 2;
  return node;
};

/** The links of `a?.b.c`, with the key that the rest stands under. */
const LINKS: Readonly<Record<string, string>> = {
  CallExpression: 'callee',
  MemberExpression: 'object',
  TSNonNullExpression: 'expression',
};

/** In a chain all links from the first `?.` on are optional ones. */
function chain(node: Draft, inside: Inside): { node: Draft; isOptional: boolean } {
  const key = LINKS[node.type];
  if (key === undefined) return { node: inside.adapt(node), isOptional: false };
  const inner = chain(node[key] as Draft, inside);
  node[key] = undefined;
  inside.adaptAll(node);
  node[key] = inner.node;
  moveTypeArguments(node);
  const isOptional = inner.isOptional || node['optional'] === true;
  if (isOptional && node.type !== 'TSNonNullExpression') node.type = `Optional${node.type}`;
  return { node, isOptional };
}

/** oxc keeps no parentheses there: `(a as B) = c`. */
const assignment: Change = (node, { adaptAll }) => {
  if ((node['left'] as Draft).start !== node.start) throw new OnlyBabels();
  adaptAll(node);
  return node;
};

/** Babel reads the entities in texts and attributes, and one kind of line break. */
const plainText: Change = (node) => {
  const value = node['value'] as string;
  if (/[&\r]/.test(value)) node['value'] = withEntities(value.replace(/\r\n?/g, '\n'));
  return node;
};

const attribute: Change = (node, { adaptAll }) => {
  const value = node['value'] as Draft | null;
  if (value?.type === 'Literal') value['value'] = withEntities(value['value'] as string);
  adaptAll(node);
  return node;
};

/** Those that nearly all texts get by with; the others of HTML's are left to Babel. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  gt: '>',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00A0',
  ndash: '–',
  quot: '"',
  rarr: '→',
  rdquo: '”',
  rsquo: '’',
};

const withEntities = (value: string): string =>
  value.includes('&')
    ? value.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) => {
        const character = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
        if (character === undefined) throw new OnlyBabels();
        return character;
      })
    : value;

/** `export * as name from` exports a name. */
const exportAll: Change = (node, { text, adaptAll }) => {
  adaptAll(node);
  const { start, end, source, attributes, exportKind, exported } = node as { exported?: Draft | null } & Draft;
  if (!exported) return node;
  const from = text.indexOf('*', start);
  const specifiers = [{ type: 'ExportNamespaceSpecifier', start: from, end: exported.end, exported }];
  return { type: 'ExportNamedDeclaration', start, end, specifiers, source, attributes, exportKind };
};

/** What differs about expressions, JSX and exports. */
export const EXPRESSION_CHANGES: Readonly<Record<string, Change>> = {
  AssignmentExpression: assignment,
  CallExpression: withTypeArguments,
  ChainExpression: ({ expression }, inside) => chain(expression as Draft, inside).node,
  ExportAllDeclaration: exportAll,
  ImportExpression: dynamicImport,
  JSXAttribute: attribute,
  JSXOpeningElement: withTypeArguments,
  JSXText: plainText,
  Literal: literal,
  NewExpression: withTypeArguments,
  ParenthesizedExpression: parenthesized,
  TaggedTemplateExpression: withTypeArguments,
  TemplateElement: templateElement,
};
