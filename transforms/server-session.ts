import { child, isCall } from '../lib/ast/tree.js';
import { isGetSession, isGetToken, isInstance, isServerSessionCall } from '../lib/authjs/session-calls.js';
import { AUTH_WRAPPER, unwrapAuthHandler } from '../lib/flow/auth-handler.js';
import { BRIDGE, bridgeGetSession, bridgeServerSession, bridgeToken, withFields } from '../lib/flow/bridge.js';
import { addClerkState } from '../lib/flow/clerk-state.js';
import { yieldsInPlace } from '../lib/flow/in-place.js';
import { bridgeInitialProps } from '../lib/flow/initial-props.js';
import { removeUnusedOptions, writeSignInPage } from '../lib/flow/options.js';
import { PROFILE } from '../lib/flow/server-refusals.js';
import { SECRET, settleBridged } from '../lib/flow/secret-reads.js';
import { rewriteServerSession } from '../lib/flow/server-session.js';
import { bridgeSessionFunction } from '../lib/flow/session-function.js';
import { removeUpdate, UPDATE } from '../lib/flow/server-update.js';
import { serverSource } from '../lib/flow/server-source.js';
import type { Origin } from '../lib/authjs/modules.js';
import { isHandedOnBySetUp } from '../lib/source/auth-module.js';
import { isHandedOn } from '../lib/source/handed-on.js';
import { RESULT_TYPE, writeResultType } from '../lib/flow/result-type.js';
import type { SourceFile, Use } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/**
 * `const session = await getServerSession(authOptions)` → `const { isAuthenticated } = await auth()`,
 * `await getUserId()` or `await currentUser()`, by what is read of it; in the Pages Router `getAuth(req)`.
 */
export const transform: Transform = {
  name: 'server-session',
  description: 'getServerSession(), auth() and getSession({ req }) become auth(), currentUser() or getAuth(req)',
  rules: [
    'server-session',
    BRIDGE,
    'session-escapes',
    'session-unused',
    'session-custom-field',
    SECRET,
    'session-unguarded',
    'session-user-id',
    'session-call-as-value',
    'session-call-arguments',
    'auth-wrapper',
    'client-get-session',
    'get-token',
    UPDATE,
    RESULT_TYPE,
  ],
  apply(file: SourceFile): void {
    for (const use of file.uses(isSource)) {
      if (use.settlement) continue; // an argument of a call that was rewritten
      if (isGetToken(use.site.origin) && file.context.routeKind === 'middleware') continue;
      // It goes or stays with that, or with its last importer.
      if (isHandedOnBySetUp(use.node, file) || isHandedOn(use, file)) continue;
      if (isGetSession(use.site.origin) && bridgeGetSession(use, file)) {
        settleBridged(use, BRIDGE, 'asks the generated module: it runs in the browser', file, 'browser');
        continue;
      }
      if (isGetSession(use.site.origin) && bridgeInitialProps(use, file)) {
        settleBridged(use, BRIDGE, 'asks the generated module, on the server and in the browser', file, 'browser');
        continue;
      }
      const source = serverSource(use, file);
      if ('rule' in source && source.rule === AUTH_WRAPPER && unwrapped(use, file)) continue;
      let result = 'rule' in source ? source : rewriteServerSession(source, file);
      const inPlace = 'rule' in result ? yieldsInPlace(use, source, file) : 'no';
      if (inPlace === 'later') continue;
      if (inPlace === 'yes') {
        settleBridged(use, BRIDGE, 'the app’s own module asks Clerk behind this name', file, 'server', true);
        continue;
      }
      if (writeResultType(use, file)) continue;
      if ('rule' in source && source.rule === 'session-call-as-value' && bridgeSessionFunction(use, file)) {
        file.settle(use, 'bridged', BRIDGE, `hands on the generated module’s function: ${source.message}`);
        continue;
      }
      if (
        'rule' in result &&
        'call' in source &&
        (bridgeServerSession(source, use, file) || bridgeToken(source, file))
      ) {
        addClerkState(source, file);
        settleBridged(use, BRIDGE, `asks the generated module: ${result.message}`, file, 'server');
        file.settleWithin(source.call, 'removed', BRIDGE, 'went with the call');
        continue;
      }
      // Where the generated module can't yield the session, Clerk's API still yields the profile.
      if ('rule' in result && 'call' in source && result.rule === PROFILE)
        result = rewriteServerSession(source, file, true);
      if ('rule' in result) {
        const message = /^(?:session-escapes|get-token)$/.test(result.rule)
          ? withFields(result.message, file)
          : result.message;
        file.settle(use, 'manual', result.rule, message);
        const call = file.bindings.parentOf(use.node)!;
        if (isCall(call)) file.settleWithin(call, 'manual', result.rule, 'stays with the call');
        continue;
      }
      file.settle(
        use,
        result.outcome,
        'server-session',
        result.outcome === 'removed' ? 'nothing read it' : 'asks Clerk now',
      );
      file.settleWithin(result.replaced, 'removed', 'server-session', 'went with the call');
    }
    for (const use of file.uses(isInstance('update', 'unstable_update'))) {
      const why = removeUpdate(use, file);
      if (why !== undefined) file.settle(use, 'manual', UPDATE, why);
    }
    removeUnusedOptions('server-session', file);
    writeSignInPage('server-session', file);
  },
};

const isSource = (origin: Origin): boolean => isServerSessionCall(origin) || isGetSession(origin) || isGetToken(origin);

/** Makes a handler that `auth()` wraps a function of its own; the refusal is the better one for being nearer. */
function unwrapped(use: Use, file: SourceFile): boolean {
  const call = file.bindings.parentOf(use.node)!;
  if (file.context.routeKind === 'middleware') return false;
  if (file.context.routeKind === 'module' && file.context.runsInMiddleware) {
    const message = 'the middleware may load this handler: hand it the auth of clerkMiddleware() there';
    file.settle(use, 'manual', AUTH_WRAPPER, message);
    return true;
  }
  const result = unwrapAuthHandler(call, file);
  if ('rule' in result) {
    file.settle(use, 'manual', result.rule, result.message);
    return true;
  }
  const { outcome, calls } = result;
  const [rule, message] =
    outcome === 'bridged'
      ? [BRIDGE, 'the handler asks the generated module']
      : [AUTH_WRAPPER, 'the handler asks Clerk itself'];
  for (const each of file.uses(isSource))
    if (calls.some((one) => child(one, 'callee') === each.node)) file.settle(each, outcome, rule, message);
  return true;
}

export default standalone(transform);
