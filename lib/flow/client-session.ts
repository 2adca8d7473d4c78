import type { Binding } from '../ast/bindings.js';
import { child, isCall, isMember, childList, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { asksLoaded, KEYS, keysOfStatus, loadedTests, renderingFor, type Key, type Names } from './client-rendering.js';
import { resultOf, type HookResult } from './client-source.js';
import { usesBeside } from './dependencies.js';
import { testsOf, type Test } from './guards.js';
import { CALLEE, inlineUse, putInline, type InlineUse } from './inline.js';
import { nameFor } from './names.js';
import { ownKey, privateField } from './own-fields.js';
import { goingWith, isUnused, rewriteUses, unwritable } from './rewrite.js';
import { profileField } from './server-rendering.js';
import type { NotUnderstood } from './server-source.js';
import { removeDeclarator, type Replaced } from './statements.js';
import { follow, type SessionFlow } from './uses.js';

const OTHER_NAMES: Readonly<Record<Key, string>> = {
  isLoaded: 'isAuthLoaded',
  isSignedIn: 'isUserSignedIn',
  user: 'clerkUser',
  userId: 'currentUserId',
};

/**
 * Rewrites `useSession()` with all that is done with what it returns, where all of it is understood.
 * @returns the declarator that was written anew, or why not; nothing was edited then
 */
export function rewriteUseSession(use: Use, file: SourceFile): Replaced | NotUnderstood {
  const call = callOf(use.node, file);
  if (!call) return { rule: 'session-call-as-value', message: 'useSession is handed on as a value' };
  if (childList(call, 'arguments').length > 0)
    return {
      rule: 'use-session-required',
      message: 'useSession({ required }) sends a visitor to sign in; do so in an effect on isLoaded and isSignedIn',
    };
  const yields = use.site.origin.yields ?? 'result';
  const source = resultOf(call, file, yields);
  if ('rule' in source) return rewriteInline(call, yields, file) ?? source;
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const { binding, kind } of source.parts) follow(binding, kind, file, flow);
  if (isUnused(flow)) return removeDeclarator(source.declarator, file);
  const escape = flow.uses.find((each) => each.kind === 'escape');
  if (escape?.kind === 'escape') return { rule: ruleFor(escape.why), message: escape.why };
  const stuck = unwritable(flow, file);
  if (stuck !== undefined) return { rule: 'session-escapes', message: stuck };

  const own = ownKey(flow, file) ?? privateField(flow, file);
  if (own) return own;
  const tests = testsOf(flow.uses, 'nullish');
  const loaded = loadedTests(flow.uses);
  const going = goingWith(flow, tests, file);
  const names = namesFor(flow, source, going, loaded, file);
  rewriteUses(flow, renderingFor(names, flow, loaded, file), tests, file);
  const pattern = KEYS.flatMap((key) =>
    names[key] === undefined ? [] : [names[key] === key ? key : `${key}: ${names[key]}`],
  );
  const hook = names.user === undefined ? 'useAuth' : 'useUser';
  file.edits.replace(source.declarator, `{ ${pattern.join(', ')} } = `, file.clerk(hook), '()');
  return { replaced: source.declarator, outcome: 'rewritten' };
}

export function ruleFor(why: string): string {
  if (why.includes('update()')) return 'session-update';
  return /of the app’s own|of the session/.test(why) ? 'session-custom-field' : 'session-escapes';
}

function callOf(node: Node, { bindings }: SourceFile): Node | undefined {
  const parent = bindings.parentOf(node);
  const callee = parent && isMember(parent) && child(parent, 'object') === node ? parent : node;
  const call = bindings.parentOf(callee);
  return call && isCall(call) && child(call, 'callee') === callee ? call : undefined;
}

/** Which of Clerk's values the uses need. A session is null while it loads: whoever is not signed in yet is as signed out. */
function keysFor({ uses, aliases }: SessionFlow, loaded: readonly Test[], file: SourceFile): Set<Key> {
  const keys = new Set<Key>();
  const fields = new Set(uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])));
  for (const use of uses)
    if (use.kind === 'dependency' && use.of !== 'session' && use.of !== 'status') fields.add(use.of);
  for (const { bindings } of aliases) for (const { field } of bindings) if (field !== 'user') fields.add(field);
  const isIdOnly = fields.size === 1 && fields.has('id') && file.context.userIds === 'clerk';
  if (fields.size > 0) keys.add(isIdOnly ? 'userId' : 'user');
  let isPresenceAsked = false;
  for (const use of uses) {
    const beside = use.kind === 'dependency' ? usesBeside(use.node, uses, file) : [];
    if (use.kind === 'status') for (const key of keysOfStatus(use, loaded, file)) keys.add(key);
    if (use.kind === 'dependency' && use.of === 'status' && !beside.some(({ kind }) => kind === 'status'))
      keys.add('isLoaded').add('isSignedIn');
    if (asksLoaded(use, loaded, file)) keys.add('isLoaded');
    isPresenceAsked ||=
      use.kind === 'presence' || (use.kind === 'dependency' && use.of === 'session' && beside.length === 0);
  }
  const isAskedWithStatus = isPresenceAsked && uses.some(({ kind }) => kind === 'status');
  if (isAskedWithStatus || (isPresenceAsked && fields.size === 0)) keys.add('isSignedIn');
  return keys;
}

function namesFor(
  flow: SessionFlow,
  source: HookResult,
  { users, ids }: { users: readonly Binding[]; ids: readonly Binding[] },
  loaded: readonly Test[],
  file: SourceFile,
): Names {
  const keys = keysFor(flow, loaded, file);
  const going = [...source.parts.map(({ binding }) => binding), ...source.unused, ...users];
  const places = [...flow.uses.map(({ node }) => node), ...[...going, ...ids].flatMap(({ references }) => references)];
  const names: Names = {};
  for (const key of KEYS) {
    if (!keys.has(key)) continue;
    const own = key === 'user' ? users : key === 'userId' ? ids : [];
    const besides = key === 'userId' ? [...going, ...ids] : going;
    names[key] = nameFor([...own.map(({ name }) => name), key, OTHER_NAMES[key]], source.scope, places, besides, file);
  }
  return names;
}

/** `useSession().status === 'loading'` → `!useAuth().isLoaded`, where one value of Clerk's answers it. */
function rewriteInline(call: Node, yields: 'result' | 'user', file: SourceFile): Replaced | undefined {
  const inline = inlineUse(call, yields, file);
  if (!inline || ownKey(inline.flow, file) || privateField(inline.flow, file)) return undefined;
  const hook = inline.use.kind === 'field' ? 'useUser' : 'useAuth';
  const rendered = renderInline(inline, file);
  const replaced = rendered && putInline(inline, rendered, () => file.clerk(hook), false, file);
  return replaced && { replaced, outcome: 'rewritten' };
}

function renderInline({ use, flow }: InlineUse, file: SourceFile) {
  const names = { isLoaded: `${CALLEE}().isLoaded`, isSignedIn: `${CALLEE}().isSignedIn` };
  if (use.kind === 'field') return profileField(use, false, `${CALLEE}().user`, file);
  const rendering = renderingFor(names, flow, [], file);
  if (use.kind === 'status') return rendering.status(use);
  if (use.kind !== 'presence') return undefined;
  return use.compared ? rendering.comparison(use) : { text: rendering.presence };
}
