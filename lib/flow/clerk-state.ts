import { startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import type { ServerSource } from './server-source.js';

/**
 * `props: { session, … }` → `props: { ...buildClerkProps(context.req), session, … }`: the page's provider was given the
 * session, so that hooks knew it on the first render, and Clerk's takes what it has to know from the page's props.
 */
export function addClerkState({ call, request }: ServerSource, file: SourceFile): void {
  if (file.context.routeKind !== 'pages-page' || request === undefined) return;
  const { bindings, edits, text } = file;
  const declarator = [...bindings.ancestors(call)].find(({ type }) => type === 'VariableDeclarator');
  for (const reference of bindings.of(child(declarator, 'id'))?.references ?? []) {
    const props = propsWithSession(reference, file);
    const [first] = childList(props, 'properties');
    if (!first || edits.removes(reference)) continue;
    const gap = startsItsLine(text, first.start) ? `,\n${indentAt(text, first.start)}` : ', ';
    edits.insert(first.start, '...', file.clerk('buildClerkProps'), `(${request})${gap}`);
  }
}

/** The object of a page's props in which a reference stands as the session. */
function propsWithSession(reference: Node, { bindings }: SourceFile): Node | undefined {
  const property = bindings.parentOf(reference);
  const isSession = property?.type === 'ObjectProperty' && nameOf(child(property, 'key')) === 'session';
  const props = isSession && child(property, 'value') === reference ? bindings.parentOf(property) : undefined;
  const outer = props && bindings.parentOf(props);
  const isProps = outer?.type === 'ObjectProperty' && nameOf(child(outer, 'key')) === 'props';
  return isProps ? props : undefined;
}
