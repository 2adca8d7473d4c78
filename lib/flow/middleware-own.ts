import { child, childList, contains, nameOf, type Node } from '../ast/tree.js';
import { AUTHORIZED, AUTHORIZED_IN_CONFIG, HANDLER, readWithAuth, ROLE, type Refusal } from '../authjs/middleware.js';
import { isNextAuth } from '../authjs/modules.js';
import { guardLines } from '../clerk/gate.js';
import type { PathTest } from '../clerk/matchers.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import type { OwnMiddleware } from './middleware-form.js';
import { authorizedLines, readAuthorized, type Authorized } from './middleware-authorized.js';
import { gateOf, openGate, withRouteMatcher } from './middleware-matcher.js';
import { replaceRedirects } from './redirects.js';
import { planSession, rewriteSession } from './middleware-session.js';
import { findCookies } from './middleware-cookies.js';
import { findSources } from './middleware-sources.js';
import { parametersOf, wrap } from './middleware-wrap.js';
import { removeStatement } from './statements.js';

const REWRITTEN = 'the app’s own code runs in Clerk’s middleware, and asks it who is signed in';
const COOKIE = 'asks Clerk who is signed in: a cookie that is made up does not pass any more';

/**
 * Rewrites a middleware that is a function of the app's own: the function stays, Clerk's middleware calls it, and what it
 * reads of the session comes from there.
 * @param test the paths of the old matcher
 * @param comments lines that stood at the old matchers
 * @returns why it stays as it is; nothing was edited then
 */
export function rewriteOwn(
  own: OwnMiddleware,
  test: PathTest,
  comments: readonly string[],
  file: SourceFile,
  goesOn = false,
): Refusal | undefined {
  const { fn, form, call } = own;
  const options = form === 'withAuth' ? readWithAuth(childList(call, 'arguments'), file.bindings) : undefined;
  if (options && 'rule' in options) return options;
  if (form === 'instance' && childList(call, 'arguments').length > 1) return HANDLER;
  if (form === 'instance' && mayAnswerFirst(file)) return AUTHORIZED_IN_CONFIG;
  const asked = findSources(own, file);
  if ('rule' in asked) return asked;
  const cookies = findCookies(own, file);
  if ('rule' in cookies) return cookies;
  const sources = [...asked, ...cookies.sources];
  const authorized = options?.authorized && readAuthorized(options.authorized, file.scanned, 'v4', file);
  if (authorized && 'rule' in authorized) return authorized;
  const isGated = options !== undefined && !options.isOpen && !authorized;
  const plan = planSession(sources, fn, { verdict: 'response', isGated }, file);
  if ('rule' in plan) return plan;
  const types = file.unsettledWithin(fn).filter(({ site }) => site.kind === 'use' && isRequestType(site.origin.name));
  const isKnown = (span: { start: number; end: number }) =>
    sources.some(({ asked }) => asked && contains(asked.call, span)) ||
    cookies.entries.some(({ node }) => node.start === span.start) ||
    types.some(({ node }) => node.start === span.start);
  // A variable of Auth.js's goes on to hold what it holds: the app's own address, say.
  if (file.unsettledWithin(fn).some(({ site }) => site.kind !== 'variable' && !isKnown(site))) return HANDLER;

  // The module that types them stands for the claims, and clerk.patch.json with it.
  const claims = [...plan.claims, ...(authorized?.claims ?? [])];
  if (authorized && !goTogether(authorized, fn, file)) return AUTHORIZED;
  if (claims.some((name) => file.context.helperModule(`claim ${name}`) === undefined)) return ROLE;
  const names = parametersOf(own, file);
  const path = file.freshName(['pathname', 'requestPath', 'requestedPath'], file.bindings.scopeOf(fn));
  const { gate, above } = withRouteMatcher(options ? gateOf(test, options, file) : openGate(test, file), file);
  if (above.length > 0) file.edits.insert(own.statement.start, ...above);
  const guard = guardLines(gate, file.style, comments, names.request, path);
  const others = [...(authorized?.names.keys() ?? [])].filter(
    (part) => part !== 'isAuthenticated' && !plan.parts.has(part),
  );
  const answer = rewriteSession(
    plan,
    names.auth,
    isGated || authorized ? [...others, 'redirectToSignIn'] : [],
    fn,
    file,
  );
  const { semicolon } = file.style;
  const home = !test.takes('/');
  const top = [
    ...guard,
    ...(answer ? [`const ${answer.asked}${semicolon}`] : []),
    ...(isGated ? [`if (!${answer?.presence}) return redirectToSignIn()${semicolon}`] : []),
    ...(authorized ? authorizedLines(authorized, names.request, '', home, file) : []),
  ];
  for (const { node } of types)
    file.edits.replace(node, file.imports.add('next/server', 'NextRequest', { typeOnly: true }));
  replaceRedirects(file);
  wrap(
    own,
    names,
    top,
    {
      readsRequest: guard.length > 0 || authorized !== undefined,
      asks: answer !== undefined || sources.length > 0 || goesOn,
    },
    file,
  );
  for (const declaration of cookies.declarations) removeStatement(declaration, file);
  for (const entry of cookies.entries) file.settle(entry, 'rewritten', 'middleware', COOKIE);
  if (own.setUp) {
    removeStatement(own.setUp, file);
    for (const entry of file.unsettledWithin(own.setUp))
      if (entry.site.kind === 'use' && isNextAuth(entry.site.origin))
        file.settle(entry, 'rewritten', 'middleware', REWRITTEN);
    file.settleWithin(own.setUp, 'removed', 'middleware', 'went with the middleware of Auth.js');
  }
  for (const type of types) file.settle(type, 'rewritten', 'middleware', 'a request of Next’s own');
  for (const { asked: each } of sources)
    if (each) file.settle(each.entry, 'rewritten', 'middleware', 'asks Clerk’s middleware');
  for (const { asked: each } of sources)
    if (each) file.settleWithin(each.call, 'removed', 'middleware', 'went with the call');
  const span = call ?? fn;
  const callee = call && child(call, 'callee');
  for (const entry of file.unsettledWithin(span).filter((each) => !isKept(each, file)))
    file.settle(entry, callee && contains(callee, entry.node) ? 'rewritten' : 'removed', 'middleware', REWRITTEN);
  return undefined;
}

/** Beside a handler, the config's callback counts only where it answers with a response: true and false count for nothing. */
function mayAnswerFirst(file: SourceFile): boolean {
  const { authorizedCallback, authorizedAt } = file.context;
  if (authorizedCallback === false) return false;
  const authorized = authorizedAt && readAuthorized(authorizedAt.part, authorizedAt.file, 'v5', file);
  return !authorized || 'rule' in authorized || authorized.mayAnswer;
}

const isKept = ({ site }: Entry, { edits }: SourceFile): boolean => site.kind === 'variable' && !edits.removes(site);

/** Whether a callback's code may stand in the function: neither has a name that the other uses for something else. */
function goTogether({ names, request, patterns, isTaken }: Authorized, fn: Node, file: SourceFile): boolean {
  const scope = file.bindings.scopeOf(fn);
  const [first] = childList(fn, 'params');
  if (request !== undefined && (first?.type !== 'Identifier' || nameOf(first) !== request)) return false;
  const own = ['authorized', 'redirectToSignIn', ...names.values()];
  return (
    patterns.length === 0 &&
    [...names].every(([part, name]) => part === name) &&
    own.every((name) => !file.bindings.isTaken(name, scope)) &&
    !isTaken('authorized')
  );
}

const isRequestType = (name: string): boolean => /^NextAuthRequest$|^NextRequestWithAuth$/.test(name);
