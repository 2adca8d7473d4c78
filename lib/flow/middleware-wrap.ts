import { languageOf } from '../ast/language.js';
import { startsItsLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import { child, childList, contains, nameOf, unwrap, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { apartOf, type Apart } from './middleware-apart.js';
import { dedent } from './dedent.js';
import type { OwnMiddleware } from './middleware-form.js';

/** The names of a middleware's parameters as they are written. */
export interface Parameters {
  readonly auth: string;
  readonly request: string;
}

/** Names for Clerk's function and for the request, where the middleware has none of its own. */
export function parametersOf({ fn }: OwnMiddleware, file: SourceFile): Parameters {
  const scope = file.bindings.scopeOf(fn);
  const [first] = childList(fn, 'params');
  // Auth.js's own `auth` goes; one that is taken out of the request does too.
  const going = file.bindings.all.filter(
    ({ name, declaration, imported, scope: around }) =>
      name === 'auth' && (imported !== undefined || around === file.bindings.program || declaration === fn),
  );
  return {
    auth: file.freshName(['auth', 'clerkAuth'], scope, going),
    request: first?.type === 'Identifier' ? nameOf(first)! : file.freshName(['req', 'request'], scope),
  };
}

/** Whether the function stands apart from the call that takes it. */
const isApart = ({ fn, call }: OwnMiddleware): boolean => call !== undefined && !contains(call, fn);

/**
 * Makes Clerk's middleware of the app's own: its function stays where it is, and gets `auth` in front of its parameters if it
 * asks.
 * @param top lines to stand first in it
 * @param readsRequest whether one of them reads the request
 * @param asks whether the function awaits Clerk's answer
 */
export function wrap(
  own: OwnMiddleware,
  names: Parameters,
  top: readonly string[],
  { readsRequest, asks }: { readsRequest: boolean; asks: boolean },
  file: SourceFile,
): void {
  const { fn, call } = own;
  const apart = own.calls ? undefined : apartOf(own, file);
  if (apart && !asks) {
    callIt(apart, own, names, top, file);
    return;
  }
  const isTyped = (apart !== undefined || isApart(own) || own.calls !== undefined) && languageOf(file.path) !== 'js';
  const lines = [...top, ...writeParameters(own, names, { readsRequest, isTyped }, file)];
  insertOnTop(own, lines, file);
  const returnType = child(fn, 'returnType');
  const isRewritten = !call && !apart && !own.calls && fn.type === 'FunctionDeclaration';
  const lead = asks && fn['async'] !== true ? 'async ' : '';
  if (returnType && (top.length > 0 || lead !== '') && !isRewritten) file.edits.remove(returnType);
  if (apart) {
    apart.exportDefault([file.clerk('clerkMiddleware'), `(${apart.name})`], lead);
    return;
  }
  if (lead !== '' && !isRewritten) file.edits.insert(fn.start, lead);
  if (own.calls) unwrapCall(own, names, isTyped, file);
  else if (call) wrapCall(own, file);
  else wrapFunction(own, asks || fn['async'] === true, file);
}

/** A function that asks for nobody stays as it is: `clerkMiddleware((auth, req) => middleware(req))`. */
function callIt(
  apart: Apart,
  { fn }: OwnMiddleware,
  names: Parameters,
  top: readonly string[],
  file: SourceFile,
): void {
  const { indent, semicolon } = file.style;
  const args = [names.request, 'event'].slice(0, childList(fn, 'params').length).join(', ');
  const auth = names.auth === apart.name ? 'clerkAuth' : names.auth;
  const parameters = [auth, names.request, ...(args.includes(', ') ? ['event'] : [])];
  const shown = top.length > 0 || args !== '' ? parameters : [];
  const lines = [...top, `return ${apart.name}(${args})${semicolon}`].map(
    (line) => `${indent}${line.replaceAll('\n', `\n${indent}`)}\n`,
  );
  const body = top.length > 0 ? `{\n${lines.join('')}}` : `${apart.name}(${args})`;
  apart.exportDefault([file.clerk('clerkMiddleware'), `((${shown.join(', ')}) => ${body})`], '');
}

/** @returns the lines that take apart what the parameters took apart */
function writeParameters(
  own: OwnMiddleware,
  names: Parameters,
  { readsRequest, isTyped }: { readsRequest: boolean; isTyped: boolean },
  file: SourceFile,
): string[] {
  const { fn } = own;
  const { edits, text } = file;
  const [first] = childList(fn, 'params');
  const auth = [names.auth, ...(isTyped ? [': ', file.clerk('ClerkMiddlewareAuth', { typeOnly: true })] : [])];
  if (!first) {
    const request = readsRequest
      ? [
          `, ${names.request}`,
          ...(isTyped ? [': ', file.imports.add('next/server', 'NextRequest', { typeOnly: true })] : []),
        ]
      : [];
    edits.insert(text.indexOf('(', fn.start) + 1, ...auth, ...request);
    return [];
  }
  if (first.type === 'ObjectPattern') {
    const isKept = (each: Node) => own.form !== 'instance' || nameOf(child(each, 'key')) !== 'auth';
    const kept = childList(first, 'properties').filter(isKept);
    const pattern = kept.length === 0 ? '' : `{ ${kept.map((each) => file.textOf(each)).join(', ')} }`;
    const span = { start: first.start, end: child(first, 'typeAnnotation')?.start ?? first.end };
    const request = readsRequest || pattern === '' ? names.request : pattern;
    edits.replace(span, ...auth, `, ${request}`);
    return readsRequest && pattern !== '' ? [`const ${pattern} = ${names.request}${file.style.semicolon}`] : [];
  }
  const isBare = fn.type === 'ArrowFunctionExpression' && !text.slice(fn.start, first.start).includes('(');
  const gap = startsItsLine(text, first.start) ? `,\n${indentAt(text, first.start)}` : ', ';
  edits.insert(first.start, isBare ? '(' : '', ...auth, gap);
  if (isBare) edits.insert(first.end, ')');
  return [];
}

function insertOnTop(own: OwnMiddleware, lines: readonly string[], file: SourceFile): void {
  if (lines.length === 0) return;
  const { text, style, edits } = file;
  const body = child(own.fn, 'body')!;
  const outer = indentAt(text, own.calls ? own.statement.start : own.fn.start);
  const indent = outer + style.indent;
  const written = lines.map((line) => `${indent}${line.replaceAll('\n', `\n${indent}`)}\n`).join('');
  if (body.type === 'BlockStatement') {
    const isEmptyLine = /^[ \t]*\r?\n/.test(text.slice(body.start + 1));
    edits.insert(body.start + 1, `\n${isEmptyLine ? written.slice(0, -1) : written}`);
    return;
  }
  const { parenthesized, parenStart } = (body['extra'] ?? {}) as { parenthesized?: boolean; parenStart?: number };
  const close = parenthesized ? body.end + text.slice(body.end).indexOf(')') + 1 : body.end;
  edits.replace({ start: parenStart ?? body.start, end: body.start }, `{\n${written}${indent}return `);
  edits.replace({ start: body.end, end: close }, `${style.semicolon}\n${outer}}`);
}

/** `auth(fn)` → `clerkMiddleware(fn)`, its options gone; the function keeps its place and its indentation. */
function wrapCall({ call }: OwnMiddleware, file: SourceFile): void {
  const [argument, ...options] = childList(call, 'arguments');
  file.edits.replace(child(call, 'callee')!, file.clerk('clerkMiddleware'));
  const last = options.at(-1);
  if (last) file.edits.remove({ start: argument!.end, end: last.end });
}

/** `withAuth(fn, …)` → `fn`, which those that called Auth.js's call with Clerk's function. */
function unwrapCall(
  { call, fn, calls }: OwnMiddleware,
  { auth }: Parameters,
  isTyped: boolean,
  file: SourceFile,
): void {
  const { edits } = file;
  const [request] = childList(fn, 'params');
  if (call) {
    edits.remove({ start: call.start, end: fn.start });
    edits.remove({ start: fn.end, end: call.end });
    dedent(fn, file);
  }
  if (isTyped && request && !child(request, 'typeAnnotation'))
    edits.insert(request.end, ': ', file.imports.add('next/server', 'NextRequest', { typeOnly: true }));
  for (const each of calls!) {
    const callee = child(each, 'callee')!;
    const name = unwrap(callee)!;
    const args = childList(each, 'arguments');
    if (callee !== name) {
      const { parenthesized, parenStart } = (callee['extra'] ?? {}) as { parenthesized?: boolean; parenStart?: number };
      const open = parenthesized ? parenStart! : callee.start;
      edits.replace({ start: open, end: file.text.indexOf('(', callee.end) }, name);
    }
    edits.insert(args[0]!.start, `${auth}, `);
    // Auth.js's own took an event as well, which a function that has no name for it does not.
    const last = args[Math.max(childList(fn, 'params').length, 1) - 1];
    if (last && last !== args.at(-1)) edits.remove({ start: last.end, end: args.at(-1)!.end });
  }
}

/** The exported function becomes the argument of `clerkMiddleware()`. */
function wrapFunction({ fn, statement }: OwnMiddleware, isAsync: boolean, file: SourceFile): void {
  const { edits, text, style } = file;
  if (fn.type !== 'FunctionDeclaration') {
    edits.insert(fn.start, file.clerk('clerkMiddleware'), '(');
    edits.insert(fn.end, ')');
    return;
  }
  const name = nameOf(child(fn, 'id'));
  const isDefault = statement.type === 'ExportDefaultDeclaration' && child(statement, 'declaration') === fn;
  const body = child(fn, 'body')!;
  const open = text.indexOf('(', child(fn, 'id')?.end ?? fn.start);
  const head = isDefault ? '' : `const ${name} = `;
  edits.replace({ start: fn.start, end: open + 1 }, head, file.clerk('clerkMiddleware'), isAsync ? '(async (' : '((');
  const last = childList(fn, 'params').at(-1);
  const close = text.indexOf(')', last?.end ?? open);
  edits.replace({ start: close + 1, end: body.start }, ' => ');
  edits.insert(fn.end, `)${style.semicolon}`);
}
