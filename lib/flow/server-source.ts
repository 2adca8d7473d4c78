import { child, childList, isCall, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import { isGetSession, isGetToken } from '../authjs/session-calls.js';
import { OWN } from '../authjs/modules.js';
import { isInitialProps, requestIn, requestOf } from './session-parameters.js';
import type { SourceFile, Use } from '../source/source-file.js';

/** A call that yields the session on the server: how it gets at the request decides which of Clerk's calls fits. */
export interface ServerSource {
  readonly call: Node;
  /** What it yields: the session, the token that is made into one, or the user alone. */
  readonly kind: 'session' | 'token' | 'user';
  /** The token comes as it was sent, unread. */
  readonly isRaw?: boolean;
  /** 'app': Next's async context; 'pages': the request that `request` names. */
  readonly form: 'app' | 'pages';
  readonly request: string | undefined;
}

export interface NotUnderstood {
  readonly rule: string;
  readonly message: string;
}

/** Reads the call that a use of `getServerSession`, `auth` or `getSession` stands in. */
export function serverSource(use: Use, file: SourceFile): ServerSource | NotUnderstood {
  const { bindings } = file;
  const parent = bindings.parentOf(use.node);
  const callee = parent && isMember(parent) && child(parent, 'object') === use.node ? parent : use.node; // `NextAuth.getServerSession(…)`
  const call = bindings.parentOf(callee);
  if (!call || !isCall(call) || child(call, 'callee') !== callee) {
    return { rule: 'session-call-as-value', message: `${use.site.symbol} is handed on as a value` };
  }
  const args = childList(call, 'arguments');
  const kind = use.site.origin.yields ?? 'session';
  if (args.some(({ type }) => type === 'SpreadElement'))
    return { rule: 'session-call-arguments', message: 'its arguments come from a spread' };
  if (isGetToken(use.site.origin)) return fromTokenOptions(call, args, file);
  if (isGetSession(use.site.origin)) return fromParameters(call, args, file);
  if (args.length >= 2) return { call, kind, form: 'pages', request: requestOf(args[0]!, file) };
  const [first] = args;
  if (use.site.origin.module === OWN.instance && first) {
    if (isFunction(first) || first.type === 'CallExpression' || !isParameter(first, file))
      return {
        rule: 'auth-wrapper',
        message: 'auth() wraps a handler here; read the session inside it by Clerk’s auth()',
      };
    return { call, kind: 'session', form: 'pages', request: `${file.textOf(first)}.req` };
  }
  if (file.context.routeKind.startsWith('pages-'))
    return { rule: 'session-call-arguments', message: 'the Pages Router needs the request, and this call has none' };
  return { call, kind, form: 'app', request: undefined };
}

/** A context is a parameter; a handler that `auth()` wraps is a function of the file's or of another's. */
function isParameter(node: Node, { bindings }: SourceFile): boolean {
  const binding = bindings.of(node);
  return (
    binding !== undefined &&
    isFunction(binding.declaration) &&
    child(binding.declaration, 'id') !== binding.identifiers[0]
  );
}

/** `getSession({ req })` and `getSession(context)`. */
function fromParameters(call: Node, args: readonly Node[], file: SourceFile): ServerSource | NotUnderstood {
  const [parameters] = args;
  if (!parameters)
    return {
      rule: 'client-get-session',
      message: 'getSession() without a request runs in the browser; read the session by a hook there',
    };
  // There it runs in the browser too, without a request.
  if (isInitialProps(call, file))
    return {
      rule: 'session-call-arguments',
      message: 'getInitialProps runs in the browser too, where Clerk has no request to read',
    };
  const request = requestIn(parameters, file);
  if (request !== undefined) return { call, kind: 'session', form: 'pages', request };
  return { rule: 'session-call-arguments', message: 'what getSession() is given is not a request' };
}

/** Options that say how Auth.js finds and decrypts its cookie. */
const TOKEN_OPTIONS = new Set(['secret', 'secureCookie', 'cookieName', 'salt']);

/** `getToken({ req, secret })` */
function fromTokenOptions(call: Node, [options]: readonly Node[], file: SourceFile): ServerSource | NotUnderstood {
  const properties = childList(options, 'properties');
  const named = (name: string) => properties.find((each) => nameOf(child(each, 'key')) === name);
  const request = child(named('req'), 'value');
  const raw = child(named('raw'), 'value');
  const isPlain = properties.every(
    (each) =>
      each === named('req') ||
      (raw?.type === 'BooleanLiteral' && each === named('raw')) ||
      TOKEN_OPTIONS.has(nameOf(child(each, 'key')) ?? ''),
  );
  const token = { call, kind: 'token', isRaw: raw?.['value'] === true } as const;
  if (!request || !isPlain) return { rule: 'get-token', message: 'what getToken() is given can’t be read' };
  const { routeKind } = file.context;
  if (routeKind.startsWith('app-') || isServerFunctions(file)) return { ...token, form: 'app', request: undefined };
  if (routeKind.startsWith('pages-') || isPagesRequest(request, file) || isNextRequest(request, file))
    return { ...token, form: 'pages', request: requestOf(request, file) };
  return { rule: 'get-token', message: 'the type of the request does not say which of Clerk’s calls can read it' };
}

/** A request of the Pages Router, by its type; one of Next's own type may come from the middleware, where Clerk's is another. */
function isPagesRequest(node: Node, file: SourceFile): boolean {
  const type = child(file.bindings.of(node)?.identifiers[0], 'typeAnnotation');
  return (
    type !== undefined && /^:\s*(?:NextApiRequest|GetServerSidePropsContext\[['"]req['"]\])$/.test(file.textOf(type))
  );
}

/** Whether the file's functions are called by requests of their own, in the App Router. */
const isServerFunctions = ({ program }: SourceFile): boolean =>
  childList(program, 'directives').some((each) => child(each, 'value')?.['value'] === 'use server');

/** A request of Next's own type, by its annotation or because it is made here, with headers, where no middleware comes. */
function isNextRequest(node: Node, file: SourceFile): boolean {
  const binding = file.bindings.of(node);
  if (!binding || file.context.runsInMiddleware) return false;
  const type = child(binding.identifiers[0], 'typeAnnotation');
  if (type) return /^:\s*NextRequest$/.test(file.textOf(type));
  const made = child(binding.declaration, 'init');
  return (
    made?.type === 'NewExpression' &&
    nameOf(child(made, 'callee')) === 'NextRequest' &&
    childList(childList(made, 'arguments')[1], 'properties').some((each) => nameOf(child(each, 'key')) === 'headers')
  );
}
