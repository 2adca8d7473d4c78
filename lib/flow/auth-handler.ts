import type { Piece } from '../ast/edits.js';
import { languageOf } from '../ast/language.js';
import { indentAt } from '../ast/style.js';
import { child, childList, isCall, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { bridgeModule, withFields } from './bridge.js';
import { isParenthesized } from './contexts.js';
import { testsOf } from './guards.js';
import { nameFor } from './names.js';
import { goingWith, rewriteUses } from './rewrite.js';
import { askedCall, askFor, modeOf, patternOf } from './server-asked.js';
import { PROFILE, whyNot } from './server-refusals.js';
import { renderingFor } from './server-rendering.js';
import { NAMES } from './server-session.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import { followReference, NOTHING, type SessionFlow } from './uses.js';

export const AUTH_WRAPPER = 'auth-wrapper';

/** A handler that v5's `auth()` wraps: a function in place, which reads the session as `req.auth`. */
interface Handler {
  readonly call: Node;
  readonly fn: Node;
  readonly body: Node;
  /** Its request, if it takes one. */
  readonly request: Node | undefined;
  /** Every `req.auth`. */
  readonly sessions: readonly Node[];
  /** Whether the request is read for anything else. */
  readonly readsRequest: boolean;
}

const refuse = (message: string): NotUnderstood => ({ rule: AUTH_WRAPPER, message });

/**
 * `auth((req) => { if (!req.auth) … })` → the function itself, which asks Clerk first. `auth()` never turned anybody away:
 * what does is the handler's own code, and that stays.
 * @returns what became of it; nothing was edited where it is not understood
 */
export function unwrapAuthHandler(call: Node, file: SourceFile): 'rewritten' | 'bridged' | NotUnderstood {
  const handler = handlerIn(call, file);
  if ('rule' in handler) return handler;
  const { sessions } = handler;
  if (sessions.length === 0) {
    unwrap(handler, [], file);
    return 'rewritten';
  }
  const source: ServerSource = { call, kind: 'session', form: 'app', request: undefined };
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const session of sessions) followReference(session, 'session', NOTHING, file, flow);
  const why = ask(handler, source, flow, false, file);
  if (!why) return 'rewritten';
  const module = bridgeModule('app', file);
  if (module !== undefined) {
    const scope = file.bindings.scopeOf(handler.fn);
    const name = nameFor(['session', 'currentSession'], scope, sessions, [], file);
    for (const session of sessions) file.edits.replace(session, name);
    unwrap(handler, [`const ${name} = await `, file.imports.add(module, 'getSession'), '()'], file);
    return 'bridged';
  }
  const other = why.rule === PROFILE ? ask(handler, source, flow, true, file) : why;
  return other ? refuse(withFields(other.message, file)) : 'rewritten';
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
  const going = [...users, ...(mode === 'id' || mode === 'clerk-id' ? ids : [])];
  const preferred = [
    ...(mode === 'user' ? users : mode === 'presence' ? [] : ids).map(({ name }) => name),
    ...NAMES[mode],
  ];
  const places = [...handler.sessions, ...going.flatMap(({ references }) => references)];
  const name = nameFor(preferred, file.bindings.scopeOf(handler.fn), places, going, file);
  rewriteUses(flow, renderingFor(mode, name, file), tests, file);
  unwrap(handler, [`const ${patternOf(name, asked)} = `, ...askedCall(asked)], file);
  return undefined;
}

function handlerIn(call: Node, file: SourceFile): Handler | NotUnderstood {
  const { bindings } = file;
  const [fn, ...others] = childList(call, 'arguments');
  const parent = bindings.parentOf(call);
  if (!fn || others.length > 0 || !isFunction(fn))
    return refuse('the handler that auth() wraps is no function in place');
  if (isCall(parent) && child(parent, 'callee') === call) return refuse('what auth() returns is called on the spot');
  const body = child(fn, 'body')!;
  const [request, context] = childList(fn, 'params');
  const typescript = languageOf(file.path) !== 'js';
  if (fn['generator'] || (!fn['async'] && child(fn, 'returnType')))
    return refuse('the handler’s own type has to change');
  if (typescript && context && !context['typeAnnotation'])
    return refuse('give the handler’s second parameter its type, which came from auth()');
  if (!request) return { call, fn, body, request, sessions: [], readsRequest: false };
  const binding = bindings.of(request);
  if (request.type !== 'Identifier' || !binding)
    return refuse('the handler takes its request apart; read the session inside it by Clerk’s auth()');
  const members = binding.references.map((node) => bindings.parentOf(node));
  if (members.some((member, index) => !isMember(member) || child(member, 'object') !== binding.references[index]))
    return refuse('the request is handed on, with its session');
  const sessions = members.filter((member): member is Node => nameOf(child(member, 'property')) === 'auth');
  return { call, fn, body, request, sessions, readsRequest: sessions.length < members.length };
}

/** The function in the call's place, with a statement at its top. */
function unwrap(handler: Handler, statement: readonly Piece[], file: SourceFile): void {
  const { call, fn, body } = handler;
  const { edits, style, text } = file;
  // `(…) as Handler` takes a call bare, and an arrow function in parentheses.
  const isCast = file.bindings.parentOf(call)?.type.startsWith('TS') && !isParenthesized(call);
  // Nor does a long handler's last line change for them alone.
  const isLong = text.slice(call.start, call.end).includes('\n') && !text.slice(fn.end, call.end).includes('\n');
  edits.replace(call, isCast || isLong ? '(' : '', fn, isCast || isLong ? ')' : '');
  writeRequest(handler, file);
  if (statement.length === 0) return;
  if (!fn['async']) edits.insert(fn.start, 'async ');
  const [first] = childList(body, 'body');
  const indent = first ? indentAt(text, first.start) : `${indentAt(text, fn.start)}${style.indent}`;
  const line: Piece[] = ['\n', indent, ...statement, style.semicolon];
  if (body.type === 'BlockStatement') edits.insert(body.start + 1, ...line);
  else
    edits.replace(body, '{', ...line, `\n${indent}return `, body, `${style.semicolon}\n${indentAt(text, fn.start)}}`);
}

/** The request's type came from `auth()`; a request that only held the session goes. */
function writeRequest({ fn, request, readsRequest }: Handler, file: SourceFile): void {
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
  if (languageOf(file.path) === 'js') return;
  const annotation = child(request, 'typeAnnotation');
  const [type, ...others] = annotation ? file.unsettledWithin(annotation) : [];
  const next = () => file.imports.add('next/server', 'NextRequest', { typeOnly: true });
  if (!annotation) {
    edits.replace(request, isBare ? '(' : '', request, ': ', next(), isBare ? ')' : '');
  } else if (type && others.length === 0 && type.site.symbol === 'NextAuthRequest') {
    edits.replace(type.node, next());
    file.settle(type, 'rewritten', AUTH_WRAPPER, 'a request of Next’s own');
  }
}
