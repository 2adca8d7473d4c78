import { shownChildren, tagOf } from '../ast/jsx.js';
import { endOfLine, startOfLine, startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, walk, type Node } from '../ast/tree.js';
import { expectedChild, expectError } from './async-component.js';
import type { SourceFile } from './source-file.js';

/** `<body>` of the document that is all that an element shows. */
export interface Document {
  readonly html: Node;
  readonly body: Node;
}

/** The document that a provider stands around; undefined where it stands inside one, or not plainly around. */
export function documentIn(provider: Node): Document | undefined {
  const [html, ...others] = shownChildren(provider);
  if (!html || others.length > 0 || html.type !== 'JSXElement' || tagOf(html) !== 'html') return undefined;
  const bodies = shownChildren(html).filter((each) => each.type === 'JSXElement' && tagOf(each) === 'body');
  const [body] = bodies;
  return body && bodies.length === 1 && shownChildren(body).length > 0 ? { html, body } : undefined;
}

/**
 * Takes a provider's tags from around `<html>` and writes Clerk's inside `<body>`, where Clerk wants it. What the body shows
 * stays where it is, and what is around it moves a step out.
 * @param props what Clerk's provider is given, with a space in front
 */
export function moveIntoBody(provider: Node, { html, body }: Document, props: string, file: SourceFile): void {
  const { text, edits } = file;
  const [opening, closing] = [child(body, 'openingElement')!, child(body, 'closingElement')!];
  const name = file.clerk('ClerkProvider');
  edits.remove({ start: provider.start, end: html.start });
  edits.remove({ start: html.end, end: provider.end });
  const indent = indentAt(text, body.start);
  const step = indentAt(text, html.start).length - indentAt(text, provider.start).length;
  const isLaidOut = [provider, html, body].every(({ start }) => startsItsLine(text, start)) && step > 0;
  const isOpen =
    text.slice(opening.end, endOfLine(text, opening.end)).trim() === '' && startsItsLine(text, closing.start);
  const isOneLine = endOfLine(text, body.start) >= body.end;
  if (isLaidOut && (isOpen || isOneLine)) {
    const comment = expectedChild(file);
    edits.insert(opening.end, ...(comment ? [`\n${indent}${comment}`] : []), `\n${indent}<`, name, `${props}>`);
    if (isOneLine) edits.insert(closing.start, '</', name, `>\n${indent.slice(step)}`);
    else edits.insert(startOfLine(text, closing.start), `${indent}</`, name, '>\n');
    outdent(html, step, { start: opening.end, end: startOfLine(text, closing.start) - 1 }, file);
    return;
  }
  expectError(body, file);
  edits.insert(opening.end, '<', name, `${props}>`);
  edits.insert(closing.start, '</', name, '>');
}

/** Moves the lines of an element out, but for the first, those inside of a span, and text in templates. */
function outdent(element: Node, step: number, kept: { start: number; end: number }, { text, edits }: SourceFile): void {
  const templates = [...walk(element)].filter(({ type }) => type === 'TemplateElement');
  for (let at = text.indexOf('\n', element.start) + 1; at > 0 && at < element.end; at = text.indexOf('\n', at) + 1) {
    if (kept.start < at && at <= kept.end) continue;
    if (templates.some(({ start, end }) => start < at && at <= end)) continue;
    const blank = /^[ \t]*/.exec(text.slice(at, at + step))![0].length;
    if (blank > 0) edits.remove({ start: at, end: at + blank });
  }
}
