import type { Bindings } from './bindings.js';
import type { Edits, Piece } from './edits.js';
import { endOfLine, startsItsLine } from './lines.js';
import { indentAt } from './style.js';
import { child, childList, childrenOf, isFunction, isMember, nameOf, stringOf, type Node, type Span } from './tree.js';

export const isElement = (node: Node | undefined): boolean =>
  node?.type === 'JSXElement' || node?.type === 'JSXFragment';

export const attributesOf = (element: Node): Node[] => childList(child(element, 'openingElement'), 'attributes');

export const attributeNamed = (element: Node, name: string): Node | undefined =>
  attributesOf(element).find((attribute) => nameOf(child(attribute, 'name')) === name);

/** The last word of an element's name: `Item` of `<Menu.Item>`; undefined for a fragment. */
export function tagOf(element: Node): string | undefined {
  const name = child(child(element, 'openingElement'), 'name');
  return nameOf(name?.type === 'JSXMemberExpression' ? child(name, 'property') : name);
}

/** The children of an element that show something. */
export const shownChildren = (element: Node): Node[] =>
  childList(element, 'children').filter((each) => each.type !== 'JSXText' || String(each['value']).trim() !== '');

/** The element of which a JSX attribute is one. */
export function elementOf(attribute: Node, bindings: Bindings): Node | undefined {
  const opening = bindings.parentOf(attribute);
  return opening?.type === 'JSXOpeningElement' ? bindings.parentOf(opening) : undefined;
}

/**
 * Where an element is shown: in which parent, by way of conditions, lists and functions that are children; 'root'
 * where a function gives it or a constant holds it; 'other' where code may do something else with it.
 */
export function shownIn(element: Node, bindings: Bindings): { parent: Node } | 'root' | 'other' {
  let at = element;
  for (let parent = bindings.parentOf(at); parent; at = parent, parent = bindings.parentOf(at)) {
    if (isElement(parent)) return { parent };
    switch (parent.type) {
      case 'ReturnStatement': {
        const around = [...bindings.ancestors(parent)].find(isFunction);
        if (!around) return 'other';
        parent = around;
        if (!isInline(around, bindings)) return 'root';
        break;
      }
      case 'ArrowFunctionExpression':
        if (!isInline(parent, bindings)) return 'root';
        break;
      case 'VariableDeclarator':
        return 'root';
      case 'CallExpression': {
        // Only the functions of lists give their elements on as they are.
        const callee = child(parent, 'callee');
        if (!isFunction(at) || !isMember(callee) || nameOf(child(callee, 'property')) !== 'map') return 'other';
        break;
      }
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'JSXExpressionContainer':
      case 'ParenthesizedExpression':
        break;
      default:
        return 'other';
    }
  }
  return 'other';
}

/** Whether a function is written where its result is used: a child of JSX, or an argument. */
function isInline(node: Node, bindings: Bindings): boolean {
  const parent = bindings.parentOf(node);
  return parent?.type === 'JSXExpressionContainer' || parent?.type === 'CallExpression';
}

/** The span that goes with an attribute: the white space before it; all up to the bracket if it is the only one. */
export function attributeSpan(element: Node, attribute: Node, text: string): Span | undefined {
  const opening = child(element, 'openingElement')!;
  const attributes = attributesOf(element);
  const previous =
    attributes[attributes.indexOf(attribute) - 1] ??
    child(opening, 'typeParameters') ??
    child(opening, 'typeArguments') ??
    child(opening, 'name')!;
  const bracket = opening.end - (opening['selfClosing'] ? 2 : 1);
  const end = attributes.length === 1 && !opening['selfClosing'] ? bracket : attribute.end;
  const isBlank = (start: number, to: number) => text.slice(start, to).trim() === '';
  if (!isBlank(previous.end, attribute.start) || !isBlank(attribute.end, end)) return undefined; // a comment
  return { start: previous.end, end };
}

/** Whether a comment stands in a node or beside it. */
export function hasComment(node: Node): boolean {
  const own = ['leadingComments', 'innerComments', 'trailingComments'].some((key) => Array.isArray(node[key]));
  return own || [...childrenOf(node)].some(({ child }) => hasComment(child));
}

interface Writing {
  readonly text: string;
  readonly edits: Edits;
  /** One step of indentation. */
  readonly step: string;
}

/** Puts an element between two tags: on its lines if it has one or begins in the middle of one, otherwise one step deeper between lines of their own. */
export function wrapElement(
  element: Node,
  opening: readonly Piece[],
  closing: readonly Piece[],
  gone: readonly Span[],
  { text, edits, step }: Writing,
): void {
  const isOneLine = endOfLine(text, element.start) >= element.end;
  const isOwnLines = !isOneLine && startsItsLine(text, element.start);
  if (!isOwnLines) {
    edits.insert(element.start, ...opening);
    edits.insert(element.end, ...closing);
    return;
  }
  const indent = indentAt(text, element.start);
  edits.insert(element.start, ...opening, `\n${indent}${step}`);
  indentLines(element, element, gone, { text, edits, step });
  edits.insert(element.end, `\n${indent}`, ...closing);
}

/** Moves the lines that begin in a span one step in, but for those inside strings and templates, whose text they are. */
export function indentLines(root: Node, span: Span, gone: readonly Span[], { text, edits, step }: Writing): void {
  const kept = [...gone, ...verbatimIn(root)];
  for (let at = text.indexOf('\n', span.start); at >= 0 && at < span.end; at = text.indexOf('\n', at + 1)) {
    const offset = at + 1;
    const isKept = kept.some(({ start, end }) => start < offset && offset <= end);
    const isEmpty = text.slice(offset, endOfLine(text, offset)).trim() === '';
    if (!isKept && !isEmpty && !edits.touches({ start: at, end: offset + 1 })) edits.insert(offset, step);
  }
}

function* verbatimIn(node: Node): Generator<Span> {
  if (node.type === 'TemplateElement' || (node.type !== 'JSXText' && stringOf(node) !== undefined)) yield node;
  for (const { child } of childrenOf(node)) yield* verbatimIn(child);
}

/** A prop with a string: in the quotes that the file's JSX uses, or as an expression where those would not do. */
export function stringProp(name: string, value: string, text: string): string {
  if (/[&"'\\\n\r]/.test(value)) return `${name}={${JSON.stringify(value)}}`;
  const singles = text.match(/\s[\w-]+='/g)?.length ?? 0;
  const quote = singles > (text.match(/\s[\w-]+="/g)?.length ?? 0) ? "'" : '"';
  return `${name}=${quote}${value}${quote}`;
}
