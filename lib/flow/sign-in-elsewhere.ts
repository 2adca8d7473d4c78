import { child, childList, isFunction, nameOf, type Node } from '../ast/tree.js';
import { WHY, type SignInCall } from '../clerk/sign-in.js';
import type { SourceFile } from '../source/source-file.js';
import { manual, type Plan } from './sign-in-plan.js';
import { unusedResult } from './unused-result.js';

/** In Server Actions and routes: signing in is a redirect, signing out a function of the generated module. */
export function onServer(read: SignInCall, call: Node, name: Node, file: SourceFile): Plan {
  const { bindings, context } = file;
  const left = manual(read.stays ? WHY.stay : WHY.server);
  if (context.routeKind === 'middleware' || context.routeKind.startsWith('pages-')) return left;
  const last = unusedResult(call, file);
  if (!last) return manual(WHY.result);
  if (read.action === 'signOut') return bridge(read, name, 'signOut', 'app', file) ?? left;
  const fn = [...bindings.ancestors(call)].find(isFunction);
  const at = bindings.parentOf(call)?.type === 'AwaitExpression' ? bindings.parentOf(call)! : call;
  // With `redirect: false` the code goes on by itself, and its redirect to the provider is known to nobody here.
  const staysHere = childList(read.options, 'properties').some(
    (each) => nameOf(child(each, 'key')) === 'redirect' && child(each, 'value')?.['value'] === false,
  );
  const canAsk = fn?.['async'] === true && last === call && !staysHere;
  return canAsk ? { kind: 'sent', call: read, at, isRoute: context.routeKind === 'app-route' } : left;
}

/** The generated module's function of that name; undefined where there can be none. */
function bridge(
  call: SignInCall,
  name: Node,
  helper: BridgeHelper,
  form: 'app' | undefined,
  file: SourceFile,
): Plan | undefined {
  const module = file.context.helperModule(helper, form);
  return module === undefined ? undefined : { kind: 'bridge', call, name, module, exported: call.action };
}

type BridgeHelper = 'signOut' | 'browserSignIn' | 'browserSignOut';

/** In the browser, outside of components. */
export const inBrowser = (call: SignInCall, name: Node, file: SourceFile): Plan | undefined =>
  file.side === 'server'
    ? undefined
    : bridge(call, name, call.action === 'signIn' ? 'browserSignIn' : 'browserSignOut', undefined, file);
