import { child, childList, isCall, type Node } from '../lib/ast/tree.js';
import {
  AUTHORIZED,
  AUTHORIZED_IN_CONFIG,
  exportOf,
  handlerRefusal,
  HANDLER,
  isWithAuth,
  MATCHER,
  passedOn,
  readWithAuth,
  type Refusal,
  type WithAuth,
} from '../lib/authjs/middleware.js';
import { readConfig, type MatcherConfig } from '../lib/authjs/matcher-config.js';
import { isNextAuth } from '../lib/authjs/modules.js';
import { isInstance } from '../lib/authjs/session-calls.js';
import { gateText } from '../lib/clerk/gate.js';
import { EVERY_PATH, WHOLE_MATCHER, WIDE_MATCHER } from '../lib/clerk/matchers.js';
import { addConfig, isCallbackOf, rewriteCallback, rewriteInstance, settleGate } from '../lib/flow/middleware-gate.js';
import {
  findMadeInstance,
  findOwnMiddleware,
  type MadeInstance,
  findInner,
  type OwnMiddleware,
} from '../lib/flow/middleware-form.js';
import {
  commentsIn,
  gateOf,
  replaceMatcher,
  testOf,
  widened,
  withRouteMatcher,
} from '../lib/flow/middleware-matcher.js';
import { isSessionCookie } from '../lib/flow/middleware-cookies.js';
import { prepareHandler } from '../lib/flow/middleware-handler.js';
import { rewriteOwn } from '../lib/flow/middleware-own.js';
import { removeStatement } from '../lib/flow/statements.js';
import { STANDALONE } from '../lib/source/context.js';
import type { Entry, SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** v4's `withAuth` and v5's `auth`, exported as the middleware → `clerkMiddleware()`, with the old matcher as a test inside. */
export const transform: Transform = {
  name: 'middleware',
  description: 'withAuth() and an exported auth become clerkMiddleware()',
  rules: [
    'middleware',
    'middleware-authorized',
    'middleware-handler',
    'middleware-matcher',
    'middleware-options',
    'middleware-role',
  ],
  apply(file: SourceFile): void {
    if (!isMiddleware(file)) return;
    const own = findOwnMiddleware(file);
    const inner = own && findInner(own, file);
    const refused = own && (inner || readsSession(own, file)) ? rewriteOwnMiddleware(own, inner, file) : undefined;
    const made = findMadeInstance(file);
    if (made && !rewriteMade(made, file)) return;
    const isOld = (origin: { module: string; name: string }) => isWithAuth(origin) || isInstance('auth')(origin);
    const entries: Entry[] = [...file.modules((site) => site.form === 'export-from'), ...file.uses(isOld)];
    for (const entry of entries) {
      if (entry.settlement) continue;
      const refusal = refused ?? (entries.length > 1 ? HANDLER : rewrite(entry, file));
      if (refusal) file.settle(entry, 'manual', refusal.rule, refusal.message);
    }
    const isLeft = (origin: { module: string; name: string }) =>
      isNextAuth(origin) || (origin.name === 'getToken' && origin.module.endsWith('/jwt'));
    const { rule, message } = refused ?? HANDLER;
    for (const use of file.uses(isLeft)) file.settle(use, 'manual', rule, message);
  },
};

export default standalone(transform);

/** Alone under jscodeshift, nothing but its name tells what a file is. */
function isMiddleware({ context, path }: SourceFile): boolean {
  if (context === STANDALONE) return /(^|\/)(middleware|proxy)\.[cm]?[jt]sx?$/.test(path);
  return context.routeKind === 'middleware';
}

/** Whether more has to change in it than what calls it. */
function readsSession({ form, fn, call }: OwnMiddleware, file: SourceFile): boolean {
  if (form === 'instance') return true;
  if (form === 'own')
    return file.entries.some(isSessionCookie) || file.unsettledWithin(fn).some(({ site }) => site.kind === 'use');
  const options = readWithAuth(childList(call, 'arguments'), file.bindings);
  if ('rule' in options) return false;
  return (
    options.isOpen ||
    options.authorized !== undefined ||
    handlerRefusal(fn) !== undefined ||
    file.unsettledWithin(fn).some(isGetToken)
  );
}

const isGetToken = ({ site }: Entry): boolean =>
  site.kind === 'use' && site.origin.name === 'getToken' && site.origin.module.endsWith('/jwt');

/** @returns why the middleware is left as it is */
function rewriteOwnMiddleware(
  own: OwnMiddleware,
  inner: OwnMiddleware | undefined,
  file: SourceFile,
): Refusal | undefined {
  const config = readConfig(file.program);
  if (config === null) return MATCHER;
  // The one that goes on to the other has nothing of Auth.js's in it besides.
  if (inner && file.unsettledWithin(own.fn).some(({ site }) => site.kind !== 'variable')) return HANDLER;
  const test = testOf(config, file);
  if (!test) return MATCHER;
  const comments = config && test !== EVERY_PATH ? commentsIn(config, file) : [];
  const refusal =
    (inner && rewriteOwn(inner, EVERY_PATH, [], file)) ?? rewriteOwn(own, test, comments, file, inner !== undefined);
  if (!refusal && config?.property && test !== EVERY_PATH) replaceMatcher(config, widened(test, file), file);
  return refusal;
}

/** @returns why the site is left as it is */
function rewrite(entry: Entry, file: SourceFile): Refusal | undefined {
  const { node, site } = entry;
  const parent = file.bindings.parentOf(node);
  const call = isCall(parent) && child(parent, 'callee') === node ? parent : undefined;
  const passed = site.kind === 'module' ? passedOn(node) : undefined;
  const statement = site.kind === 'module' ? passed && node : exportOf(call ?? node, file.bindings);
  const origin =
    site.kind === 'use'
      ? site.origin
      : site.kind === 'module' && passed && site.target === undefined
        ? { module: site.source, name: passed.imported }
        : file.scanned.passes.get(passed?.exported ?? '');
  if (!statement || !origin) return HANDLER;
  const config = readConfig(file.program);
  if (config === null) return MATCHER;
  if (isWithAuth(origin)) return rewriteWithAuth(entry, statement, call, config, file);
  if (call || !isInstance('auth')(origin)) return HANDLER;
  if (file.context.authorizedCallback === false) return writeOpen(entry, statement, config, file);
  const refusal = rewriteInstance(statement, config, file);
  if (!refusal) file.settle(entry, 'rewritten', 'middleware', 'Clerk’s asks what the config’s callback asked');
  return refusal;
}

/** @returns why the middleware is left as it is */
function rewriteMade({ statement, statements, options }: MadeInstance, file: SourceFile): Refusal | undefined {
  const config = readConfig(file.program);
  if (config === null) return MATCHER;
  const { authorizedCallback } = file.context;
  if (authorizedCallback === undefined || (authorizedCallback && !isCallbackOf(options, file)))
    return AUTHORIZED_IN_CONFIG;
  const refusal = authorizedCallback ? rewriteInstance(statement, config, file) : undefined;
  if (refusal) return refusal;
  if (!authorizedCallback) replaceByOpen(statement, config, file);
  for (const each of statements) if (each !== statement) removeStatement(each, file);
  settleGate(statements, 'Clerk’s runs in its place, and asks what the config’s callback asked', file);
  return undefined;
}

/** A middleware that let everybody pass. */
function writeOpen(entry: Entry, statement: Node, config: MatcherConfig | undefined, file: SourceFile): undefined {
  replaceByOpen(statement, config, file);
  file.settle(entry, 'rewritten', 'middleware', 'Clerk’s runs in its place; like the old one, it lets everybody pass');
  file.settleWithin(statement, 'removed', 'middleware', 'went with the middleware of Auth.js');
}

function replaceByOpen(statement: Node, config: MatcherConfig | undefined, file: SourceFile): void {
  file.edits.replace(statement, 'export default ', file.clerk('clerkMiddleware'), `()${file.style.semicolon}`);
  if (config?.property) replaceMatcher(config, file.context.hasFileLikePages ? WHOLE_MATCHER : WIDE_MATCHER, file);
}

function rewriteWithAuth(
  entry: Entry,
  statement: Node,
  call: Node | undefined,
  config: MatcherConfig | undefined,
  file: SourceFile,
): Refusal | undefined {
  const plain: WithAuth = {
    handler: undefined,
    signIn: undefined,
    error: undefined,
    isOpen: false,
    authorized: undefined,
  };
  const options = call ? readWithAuth(childList(call, 'arguments'), file.bindings) : plain;
  if ('rule' in options) return options;
  if (options.isOpen) return options.handler ? HANDLER : writeOpen(entry, statement, config, file);
  const { authorized } = options;
  if (authorized) {
    const refusal = options.handler ? AUTHORIZED : rewriteCallback(statement, { ...options, authorized }, config, file);
    if (!refusal) {
      file.settle(entry, 'rewritten', 'middleware', 'Clerk’s asks what the callback asked');
      file.settleWithin(statement, 'removed', 'middleware', 'went with the middleware of Auth.js');
    }
    return refusal;
  }
  const test = testOf(config, file);
  if (!test) return MATCHER;
  const handler = prepareHandler(options.handler, file);
  if ('rule' in handler) return handler;
  const comments = config ? commentsIn(config, file) : [];
  const { gate, above } = withRouteMatcher(gateOf(test, options, file), file);
  const text = gateText(gate, file.style, comments, handler.call);
  const { semicolon } = file.style;
  file.edits.replace(
    statement,
    ...above,
    ...handler.above,
    'export default ',
    file.clerk('clerkMiddleware'),
    text + semicolon,
  );
  if (config?.property) replaceMatcher(config, widened(test, file), file);
  else if (!config) addConfig(statement, file);
  file.settle(entry, 'rewritten', 'middleware', 'Clerk’s asks for a signed-in user on the same paths');
  file.settleWithin(statement, 'removed', 'middleware', 'went with the middleware of Auth.js');
  return undefined;
}
