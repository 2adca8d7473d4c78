import { componentAround } from '../lib/ast/components.js';
import { indentLines, isElement, shownChildren, tagOf, wrapElement } from '../lib/ast/jsx.js';
import { endOfLine, startsItsLine } from '../lib/ast/lines.js';
import { indentAt } from '../lib/ast/style.js';
import { child, childList, childrenOf, isFunction, isMember, nameOf, unwrap, type Node } from '../lib/ast/tree.js';
import { expectedChild, expectError } from '../lib/source/async-component.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** An app that had no `SessionProvider`, as v5 allows, gets Clerk's provider into its root: inside `<body>`, or around the page in `_app`. */
export const transform: Transform = {
  name: 'clerk-provider',
  description: 'an app without a provider gets <ClerkProvider> into its root layout or _app',
  rules: [],
  apply(file: SourceFile): void {
    if (!file.context.lacksProvider) return;
    const elements = [...elementsIn(file.program)];
    if (elements.some((element) => tagOf(element) === 'ClerkProvider')) return;
    const isWrapped = file.context.routeKind === 'pages-app' ? wrapPages(elements, file) : wrapBodies(elements, file);
    if (isWrapped) file.transforms.add(transform.name);
  },
};

export default standalone(transform);

function* elementsIn(node: Node): Generator<Node> {
  if (node.type === 'JSXElement') yield node;
  for (const { child: inner } of childrenOf(node)) yield* elementsIn(inner);
}

/** Clerk wants its provider inside `<body>`, so that the document itself stays static. */
function wrapBodies(elements: readonly Node[], file: SourceFile): boolean {
  const bodies = elements.filter(
    (element) => tagOf(element) === 'body' && shownChildren(element).length > 0 && !file.edits.removes(element),
  );
  for (const body of bodies) wrapContent(body, file);
  return bodies.length > 0;
}

function wrapContent(body: Node, file: SourceFile): void {
  const { text, edits, style } = file;
  const [opening, closing] = [child(body, 'openingElement')!, child(body, 'closingElement')!];
  const name = file.clerk('ClerkProvider');
  const isOnLines =
    text.slice(opening.end, endOfLine(text, opening.end)).trim() === '' &&
    startsItsLine(text, closing.start) &&
    opening.end < closing.start;
  if (!isOnLines) {
    const isOwnLine = startsItsLine(text, body.start) && endOfLine(text, body.start) >= body.end;
    const outside = isOwnLine ? `\n${indentAt(text, body.start)}` : '';
    const expected = isOwnLine ? expectedChild(file) : undefined;
    if (!isOwnLine) expectError(body, file);
    edits.insert(
      opening.end,
      expected ? `${outside}${style.indent}${expected}` : '',
      isOwnLine ? `${outside}${style.indent}` : '',
      '<',
      name,
      '>',
    );
    edits.insert(closing.start, '</', name, `>${outside}`);
    return;
  }
  const indent = indentAt(text, closing.start);
  const expected = expectedChild(file);
  const inner = `\n${indent}${style.indent}`;
  edits.insert(opening.end, ...(expected ? [inner, expected] : []), `${inner}<`, name, '>');
  // The closing tag's own line keeps its indentation, and begins behind the last line of what is moved.
  const content = { start: opening.end, end: closing.start - indent.length - 1 };
  if (readsAsMoved(text.slice(content.start, content.end), style.indent))
    indentLines(body, content, [], { text, edits, step: style.indent });
  edits.insert(closing.start, `${style.indent}</`, name, `>\n${indent}`);
}

/** More lines than these would drown the two that are new. */
const MOST_MOVED = 20;

/**
 * Whether a diff shows that lines moved by a step, and no more. A long body keeps its indentation, and one of whose lines
 * each other's place is taken: `</div>` would be told to go where `</div>` stood.
 */
function readsAsMoved(content: string, step: string): boolean {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const all = new Set(lines);
  return lines.length <= MOST_MOVED && !lines.some((line) => all.has(step + line));
}

/** What `_app` returns around `<Component {...pageProps} />`, with the layouts of the app's own. */
function wrapPages(elements: readonly Node[], file: SourceFile): boolean {
  const shown = new Map<Node, Node>();
  for (const element of elements) {
    const pageProps = tagOf(element) === 'Component' ? pagePropsOf(element) : undefined;
    const returned = pageProps && returnedAround(element, file);
    if (returned && !file.edits.removes(returned)) shown.set(returned, pageProps);
  }
  for (const [returned, pageProps] of shown) wrapReturned(returned, pageProps, file);
  return shown.size > 0;
}

/** The `pageProps` that a page is given by a spread: Clerk's server state comes in it. */
function pagePropsOf(element: Node): Node | undefined {
  return childList(child(element, 'openingElement'), 'attributes')
    .filter(({ type }) => type === 'JSXSpreadAttribute')
    .map((attribute) => child(attribute, 'argument')!)
    .find((given) => nameOf(isMember(given) ? child(given, 'property') : given) === 'pageProps');
}

/** The expression that the component around an element gives back; a class's `render()`, or a function that is handed on as it is: `withIntl(({ Component, pageProps }) => …)`. */
function returnedAround(element: Node, { bindings }: SourceFile): Node | undefined {
  const component = componentAround(element, bindings) ?? [...bindings.ancestors(element)].findLast(isFunction);
  let at = element;
  let within: Node | undefined;
  for (const parent of bindings.ancestors(element)) {
    if (parent.type === 'ReturnStatement') within = unwrap(child(parent, 'argument'));
    if (isFunction(parent)) {
      if (parent === component) return within ?? unwrap(at);
      within = undefined;
    }
    at = parent;
  }
  return undefined;
}

function wrapReturned(returned: Node, pageProps: Node, file: SourceFile): void {
  const name = file.clerk('ClerkProvider');
  const opening = ['<', name, ` {...${file.textOf(pageProps)}}>`];
  expectError(returned, file);
  if (isElement(returned))
    return wrapElement(returned, opening, ['</', name, '>'], [], {
      text: file.text,
      edits: file.edits,
      step: file.style.indent,
    });
  file.edits.insert(returned.start, ...opening, '{');
  file.edits.insert(returned.end, '}</', name, '>');
}
