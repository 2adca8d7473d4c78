import { child, childList, contains, isMember, nameOf, walk, type Node } from '../ast/tree.js';
import { AUTHORIZED_IN_CONFIG, HANDLER, readWithAuth, ROLE, type Refusal } from '../authjs/middleware.js';
import { isNextAuth } from '../authjs/modules.js';
import { guardLines } from '../clerk/gate.js';
import type { PathTest } from '../clerk/matchers.js';
import type { SourceFile } from '../source/source-file.js';
import type { OwnMiddleware } from './middleware-form.js';
import { gateOf } from './middleware-matcher.js';
import { planSession, rewriteSession } from './middleware-session.js';
import { findSources } from './middleware-sources.js';
import { parametersOf, wrap } from './middleware-wrap.js';
import { removeStatement } from './statements.js';

const REWRITTEN = 'the app’s own code runs in Clerk’s middleware, and asks it who is signed in';

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
): Refusal | undefined {
  const { fn, form, call } = own;
  const options = form === 'withAuth' ? readWithAuth(childList(call, 'arguments'), file.bindings) : undefined;
  if (options && 'rule' in options) return options;
  if (form === 'instance' && childList(call, 'arguments').length > 1) return HANDLER;
  // Its answer true or false counts for nothing beside a handler; a response of its own would come first.
  if (form === 'instance' && file.context.authorizedCallback !== false) return AUTHORIZED_IN_CONFIG;
  const sources = findSources(own, file);
  if ('rule' in sources) return sources;
  const isGated = options !== undefined && !options.isOpen;
  const plan = planSession(sources, fn, { verdict: 'response', isGated }, file);
  if ('rule' in plan) return plan;
  const types = file.unsettledWithin(fn).filter(({ site }) => site.kind === 'use' && isRequestType(site.origin.name));
  const isKnown = (span: { start: number; end: number }) =>
    sources.some(({ asked }) => asked && contains(asked.call, span)) ||
    types.some(({ node }) => node.start === span.start);
  if (file.unsettledWithin(fn).some(({ site }) => !isKnown(site))) return HANDLER;

  // The module that types them stands for the claims, and clerk.patch.json with it.
  if (plan.claims.some((name) => file.context.helperModule(`claim ${name}`) === undefined)) return ROLE;
  const names = parametersOf(own, file);
  const path = file.freshName(['pathname', 'requestPath', 'requestedPath'], file.bindings.scopeOf(fn));
  const gate = options ? gateOf(test, options, file) : { test, prefixes: [], pages: [], passesSignIn: false };
  const guard = guardLines(gate, file.style, comments, names.request, path);
  const answer = rewriteSession(plan, names.auth, isGated ? ['redirectToSignIn'] : [], fn, file);
  const { semicolon } = file.style;
  const top = [
    ...guard,
    ...(answer ? [`const ${answer.asked}${semicolon}`] : []),
    ...(isGated ? [`if (!${answer?.presence}) return redirectToSignIn()${semicolon}`] : []),
  ];
  for (const { node } of types)
    file.edits.replace(node, file.imports.add('next/server', 'NextRequest', { typeOnly: true }));
  replaceRedirects(file);
  wrap(own, names, top, { readsRequest: guard.length > 0, asks: sources.length > 0 || isGated }, file);
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
  for (const entry of file.unsettledWithin(span))
    file.settle(entry, callee && contains(callee, entry.node) ? 'rewritten' : 'removed', 'middleware', REWRITTEN);
  return undefined;
}

const isRequestType = (name: string): boolean => /^NextAuthRequest$|^NextRequestWithAuth$/.test(name);

/** Clerk adds headers to the answer, which `Response.redirect()` does not let it; Next's own does, with another status. */
function replaceRedirects(file: SourceFile): void {
  for (const node of walk(file.program)) {
    if (node.type !== 'CallExpression') continue;
    const callee = child(node, 'callee')!;
    const object = child(callee, 'object');
    const isRedirect =
      isMember(callee) && nameOf(object) === 'Response' && nameOf(child(callee, 'property')) === 'redirect';
    if (!isRedirect || file.bindings.of(object)) continue;
    file.edits.replace(object!, file.imports.add('next/server', 'NextResponse'));
    const [target, status] = childList(node, 'arguments') as [Node | undefined, Node | undefined];
    if (target && !status) file.edits.insert(target.end, ', 302');
  }
}
