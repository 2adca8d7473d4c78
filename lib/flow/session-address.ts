import { child, childList, isCall, isMember, nameOf } from '../ast/tree.js';
import { TEST_FILE } from '../authjs/runtime.js';
import type { Entry, SourceFile } from '../source/source-file.js';
import { isYielded } from './bridge.js';

const SESSION = '/api/auth/session';

/**
 * Code that asks Auth.js's route for the session by its address goes on to: a route of the app's own answers there.
 * @returns the addresses that are answered
 */
export function answeredAddresses(file: SourceFile): Entry[] {
  const { context, path } = file;
  if (context.routeKind === 'middleware' || context.runsInMiddleware || TEST_FILE.test(path)) return [];
  const asked = file.entries.filter((entry) => isSession(entry) && !entry.settlement && !isSent(entry, file));
  const isAnswered = asked.length > 0 && isYielded(file) && context.helperModule('sessionRoute') !== undefined;
  return isAnswered ? asked : [];
}

const isSession = ({ site }: Entry): boolean => site.kind === 'address' && site.symbol.split('?')[0] === SESSION;

/** Whether something is sent there: Auth.js's route took an update so. */
function isSent({ node }: Entry, { bindings }: SourceFile): boolean {
  const call = [...bindings.ancestors(node)].find(isCall);
  const callee = child(call, 'callee');
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee);
  const isPost = childList(call, 'arguments').some((argument) =>
    childList(argument, 'properties').some(
      (each) => nameOf(child(each, 'key')) === 'method' && !/^get$/i.test(String(child(each, 'value')?.['value'])),
    ),
  );
  return isPost || /^(?:post|put|patch|delete|sendBeacon)$/.test(name ?? '');
}
