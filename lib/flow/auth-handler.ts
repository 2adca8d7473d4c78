import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { indentAt } from '../ast/style.js';
import { child, childList, isFunction, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { bridgeModule, withFields } from './bridge.js';
import { isParenthesized } from './contexts.js';
import { testsOf } from './guards.js';
import { awaited } from './inline.js';
import { nameFor } from './names.js';
import { goingWith, rewriteUses } from './rewrite.js';
import { askedCall, askFor, modeOf, patternOf } from './server-asked.js';
import { PROFILE, whyNot } from './server-refusals.js';
import { renderingFor } from './server-rendering.js';
import type { Holder } from './server-holder.js';
import { NAMES, rewriteHeld } from './server-session.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import { follow, followReference, NOTHING, type SessionFlow } from './uses.js';
import { AUTH_WRAPPER, handlerIn, refuse, type Handler } from './wrapped-handler.js';

export { AUTH_WRAPPER } from './wrapped-handler.js';

interface Unwrapped {
  readonly outcome: 'rewritten' | 'bridged';
  /** Each `auth(handler)` of the same handler: all of them went. */
  readonly calls: readonly Node[];
}

/**
 * `auth((req) => { if (!req.auth) … })` → the function itself, which asks Clerk first. `auth()` never turned anybody away:
 * what does is the handler's own code, and that stays.
 * @returns what became of it; nothing was edited where it is not understood
 */
export function unwrapAuthHandler(call: Node, file: SourceFile): Unwrapped | NotUnderstood {
  const handler = handlerIn(call, file);
  if ('rule' in handler) return handler;
  const outcome = rewriteHandler(handler, call, file);
  return typeof outcome === 'string' ? { outcome, calls: handler.calls } : outcome;
}

function rewriteHandler(handler: Handler, call: Node, file: SourceFile): Unwrapped['outcome'] | NotUnderstood {
  const { sessions, taken } = handler;
  if (sessions.length === 0 && !taken) {
    unwrap(handler, [], file);
    return 'rewritten';
  }
  const source: ServerSource = { call, kind: 'session', form: 'app', request: undefined };
  const holder = heldBy(handler, file);
  if (holder) return rewriteConstant(handler, holder, source, file);
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const session of sessions) followReference(session, 'session', NOTHING, file, flow);
  if (taken) follow(taken.binding, 'session', file, flow);
  const why = ask(handler, source, flow, false, file);
  if (!why) return 'rewritten';
  const module = bridgeModule('app', file);
  if (module !== undefined) {
    const [alone] = sessions.length === 1 && !taken && isInHandler(sessions[0]!, handler, file) ? sessions : [];
    if (alone) {
      const asked = awaited('\0', alone, file).split('\0');
      file.edits.replace(alone, `${asked[0]}await `, file.imports.add(module, 'getSession'), `()${asked[1]}`);
      unwrap(handler, [], file, true);
      return 'bridged';
    }
    const scope = file.bindings.scopeOf(handler.fn);
    const name = taken?.binding.name ?? nameFor(['session', 'currentSession'], scope, sessions, [], file);
    for (const session of sessions) file.edits.replace(session, name);
    unwrap(handler, [`const ${name} = await `, file.imports.add(module, 'getSession'), '()'], file);
    return 'bridged';
  }
  const other = why.rule === PROFILE ? ask(handler, source, flow, true, file) : why;
  return other ? refuse(withFields(other.message, file)) : 'rewritten';
}

/** Whether an expression stands in the handler itself, and not in a function inside. */
const isInHandler = (node: Node, { fn }: Handler, { bindings }: SourceFile): boolean =>
  [...bindings.ancestors(node)].find((at) => isFunction(at)) === fn;

/** `const session = req.auth`: the one place where the session is read. */
function heldBy(handler: Handler, file: SourceFile): Holder | undefined {
  const [session, ...others] = handler.sessions;
  const declarator = session && others.length === 0 ? file.bindings.parentOf(session) : undefined;
  const identifier = child(declarator, 'id');
  return declarator?.type === 'VariableDeclarator' &&
    identifier?.type === 'Identifier' &&
    !child(identifier, 'typeAnnotation') &&
    isInHandler(session!, handler, file)
    ? { declarator, identifier, kind: 'session' }
    : undefined;
}

/** What `const session = req.auth` becomes is what `const session = await auth()` would. */
function rewriteConstant(handler: Handler, holder: Holder, source: ServerSource, file: SourceFile) {
  let result = rewriteHeld(holder, source, file, false);
  const module = 'rule' in result ? bridgeModule('app', file) : undefined;
  if (module !== undefined)
    file.edits.replace(child(holder.declarator, 'init')!, 'await ', file.imports.add(module, 'getSession'), '()');
  else if ('rule' in result && result.rule === PROFILE) result = rewriteHeld(holder, source, file, true);
  if ('rule' in result && module === undefined) return refuse(withFields(result.message, file));
  unwrap(handler, [], file, true);
  return module === undefined ? 'rewritten' : 'bridged';
}

/** Writes all that is done with the session anew, if it is understood. */
function ask(
  handler: Handler,
  source: ServerSource,
  flow: SessionFlow,
  mayFetch: boolean,
  file: SourceFile,
): NotUnderstood | undefined {
  const mode = modeOf(flow, file);
  const tests = testsOf(flow.uses, 'null');
  const why = whyNot(flow, mode, tests, handler.body, mayFetch, file);
  if (why) return why;
  const asked = askFor(mode, source, file);
  if ('rule' in asked) return asked;
  const { users, ids } = goingWith(flow, tests, file);
  const own = handler.taken ? [handler.taken.binding] : [];
  const going = [...own, ...users, ...(mode === 'id' || mode === 'clerk-id' ? ids : [])];
  const preferred = [
    ...(mode === 'user' ? users : mode === 'presence' ? [] : ids).map(({ name }) => name),
    ...NAMES[mode],
  ];
  const places = [
    ...handler.sessions,
    ...flow.uses.map(({ node }) => node),
    ...going.flatMap(({ references }) => references),
  ];
  const name = nameFor(preferred, file.bindings.scopeOf(handler.fn), places, going, file);
  rewriteUses(flow, renderingFor(mode, name, file), tests, file);
  unwrap(handler, [`const ${patternOf(name, asked)} = `, ...askedCall(asked)], file);
  return undefined;
}

/**
 * The function in the call's place, with a statement at its top.
 * @param asks whether the function's own code asks Clerk
 */
function unwrap(handler: Handler, statement: readonly Piece[], file: SourceFile, asks = statement.length > 0): void {
  const { calls, fn, body } = handler;
  const { edits, style, text } = file;
  for (const call of calls) {
    // `(…) as Handler` takes a call bare, and an arrow function in parentheses.
    const isCast = file.bindings.parentOf(call)?.type.startsWith('TS') && !isParenthesized(call);
    // Nor does a long handler's last line change for them alone.
    const isLong = text.slice(call.start, call.end).includes('\n') && !text.slice(fn.end, call.end).includes('\n');
    if (handler.name !== undefined) edits.replace(call, handler.name);
    else edits.replace(call, isCast || isLong ? '(' : '', fn, isCast || isLong ? ')' : '');
  }
  writeRequest(handler, file);
  const context = childList(fn, 'params')[1];
  if (context && handler.contextType !== undefined) edits.insert(context.end, `: ${handler.contextType}`);
  if (asks && !fn['async']) edits.insert(fn.start, 'async ');
  if (statement.length === 0) return;
  const [first] = childList(body, 'body');
  const indent = first ? indentAt(text, first.start) : `${indentAt(text, fn.start)}${style.indent}`;
  const isOneLine = first !== undefined && !text.slice(body.start, first.start).includes('\n');
  const line: Piece[] = isOneLine ? [' ', ...statement, ';'] : ['\n', indent, ...statement, style.semicolon];
  if (body.type === 'BlockStatement') edits.insert(body.start + 1, ...line);
  else
    edits.replace(body, '{', ...line, `\n${indent}return `, body, `${style.semicolon}\n${indentAt(text, fn.start)}}`);
}

/** The request's type came from `auth()`; a request that only held the session goes. */
function writeRequest({ fn, request, taken, readsRequest }: Handler, file: SourceFile): void {
  if (!request) return;
  const { edits, text } = file;
  const isBare = !text.slice(fn.start, request.start).includes('(');
  if (!readsRequest && childList(fn, 'params').length === 1) {
    const types = file.unsettledWithin(request);
    for (const type of types) file.settle(type, 'removed', AUTH_WRAPPER, 'went with the request');
    const end = isBare ? request.end : request.end + (/^\s*,/.exec(text.slice(request.end))?.[0].length ?? 0);
    edits.replace({ start: request.start, end }, isBare ? '()' : '');
    return;
  }
  let written: Piece[] = [request];
  if (taken) {
    const others = childList(request, 'properties').filter((each) => each !== taken.property);
    const pieces = others.flatMap((each, index): Piece[] => (index === 0 ? [each] : [', ', each]));
    written = others.length === 0 ? ['_req'] : ['{ ', ...pieces, ' }'];
  }
  if (languageOf(file.path) === 'js') {
    if (taken) edits.replace(request, ...written);
    return;
  }
  const annotation = child(request, 'typeAnnotation');
  const [type, ...others] = annotation ? file.unsettledWithin(annotation) : [];
  const next = () => file.imports.add('next/server', 'NextRequest', { typeOnly: true });
  if (!annotation) {
    edits.replace(request, isBare ? '(' : '', ...written, ': ', next(), isBare ? ')' : '');
  } else if (type && others.length === 0 && type.site.symbol === 'NextAuthRequest') {
    edits.replace(type.node, next());
    file.settle(type, 'rewritten', AUTH_WRAPPER, 'a request of Next’s own');
  }
}
