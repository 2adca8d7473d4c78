import { child, childList, contains, isFunction, stringOf, type Node } from '../ast/tree.js';
import { isMappedName } from '../clerk/field-mappings.js';
import type { FileContext } from '../source/context.js';
import type { SourceFile } from '../source/source-file.js';
import { isGuarded, type Test } from './guards.js';
import { fieldsIn, ownKey } from './own-fields.js';
import { unwritable } from './rewrite.js';
import type { Mode } from './server-asked.js';
import type { NotUnderstood } from './server-source.js';
import type { SessionFlow } from './uses.js';

/** The rule of a profile that the session token can hold: the generated module yields it without a request. */
export const PROFILE = 'session-profile';

export const escapes = (message: string): NotUnderstood => ({ rule: 'session-escapes', message });

/**
 * Why a session stays as it is although all that is done with it is known.
 * @param mayFetch Clerk's API may be asked for a profile in code that runs on every request
 */
export function whyNot(
  flow: SessionFlow,
  mode: Mode,
  tests: readonly Test[],
  scope: Node,
  mayFetch: boolean,
  file: SourceFile,
): NotUnderstood | undefined {
  const { uses } = flow;
  const escape = uses.find((use) => use.kind === 'escape');
  if (escape?.kind === 'escape')
    return {
      rule: ruleOf(escape.why),
      message: escape.why,
    };
  if (uses.some((use) => use.kind === 'presence' && use.compared?.to === 'undefined'))
    return escapes('it is compared with undefined, which a session never is on the server');
  const stuck = unwritable(flow, file);
  if (stuck !== undefined) return escapes(stuck);
  const own = ownKey(flow, file);
  if (own) return own;
  if (mode === 'user') {
    if (file.context.routeKind === 'middleware') return escapes('a profile is read on every request');
    if (uses.some(({ node }) => isCaptured(node, scope, file)))
      return escapes('an inline Server Action captures the profile; ask for it inside the action');
    if (!mayFetch && readsToken(file.context) && !fieldsIn(flow).some(isMappedName))
      return { rule: PROFILE, message: 'a profile is read; the session token holds it, and Clerk’s API is asked less' };
  }
  if (unguardedNodes(flow, mode, tests, file).length > 0)
    return { rule: 'session-unguarded', message: 'it is read without a test whether anybody is signed in' };
  return undefined;
}

function ruleOf(why: string): string {
  if (why.includes('the token')) return 'get-token';
  return /of the app’s own|of the session/.test(why) ? 'session-custom-field' : 'session-escapes';
}

/** Whether a profile comes from the session token: Clerk's API is asked where that is once a visit, in a page. */
const readsToken = ({ profile, routeKind }: FileContext): boolean =>
  profile === 'claims' || (profile === 'auto' && !routeKind.endsWith('-page'));

/**
 * What throws while nobody is signed in, and would not any more: `session.user.id` without a test would go on as null
 * into a query. A field of Clerk's user throws as well.
 */
export function unguardedNodes(
  { uses, aliases }: SessionFlow,
  mode: Mode,
  tests: readonly Test[],
  file: SourceFile,
): Node[] {
  const read = [
    ...uses.filter((use) => (use.kind === 'presence' || (use.kind === 'field' && mode !== 'user')) && use.throws),
    ...aliases.filter(
      ({ throws, bindings }) => throws && (mode !== 'user' || bindings.every(({ field }) => field === 'user')),
    ),
  ].map((each) => ('declaration' in each ? each.declaration : each.node));
  return read.filter((node) => !isGuarded(node, tests, file.bindings));
}

/** Clerk's user is a class instance: what an inline Server Action captures is serialized, which fails for it. */
function isCaptured(node: Node, scope: Node, { bindings }: SourceFile): boolean {
  return [...bindings.ancestors(node)].some(
    (at) =>
      at !== scope &&
      contains(scope, at) &&
      isFunction(at) &&
      childList(child(at, 'body'), 'directives').some((each) => stringOf(directiveValue(each)) === 'use server'),
  );
}

const directiveValue = (directive: Node): Node | undefined => {
  const value = child(directive, 'value');
  return value && { ...value, type: 'StringLiteral' };
};
