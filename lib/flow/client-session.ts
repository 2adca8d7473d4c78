import type { Binding } from '../ast/bindings.js';
import { child, isCall, isMember, childList, type Node } from '../ast/tree.js';
import type { Expression } from '../clerk/fields.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { resultOf, type HookResult } from './client-source.js';
import { isTested } from './contexts.js';
import { usesBeside } from './dependencies.js';
import { testsOf } from './guards.js';
import { nameFor } from './names.js';
import { goingWith, isUnused, rewriteUses, unwritable, type Rendering } from './rewrite.js';
import { idField, profileField } from './server-session.js';
import type { NotUnderstood } from './server-source.js';
import { removeDeclarator, type Replaced } from './statements.js';
import { follow, type SessionFlow, type SessionUse } from './uses.js';

const KEYS = ['isLoaded', 'isSignedIn', 'user', 'userId'] as const;
type Key = (typeof KEYS)[number];

/** What Clerk's hook is asked for, each with the name that it gets in this file. */
type Names = Partial<Record<Key, string>>;

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
  const source = resultOf(call, file);
  if ('rule' in source) return source;
  const flow: SessionFlow = { uses: [], aliases: [] };
  for (const { binding, kind } of source.parts) follow(binding, kind, file, flow);
  if (isUnused(flow)) return removeDeclarator(source.declarator, file);
  const escape = flow.uses.find((each) => each.kind === 'escape');
  if (escape?.kind === 'escape') return { rule: ruleFor(escape.why), message: escape.why };
  const stuck = unwritable(flow, file);
  if (stuck !== undefined) return { rule: 'session-escapes', message: stuck };

  const tests = testsOf(flow.uses, 'nullish');
  const going = goingWith(flow, tests, file);
  const names = namesFor(flow, source, going, file);
  rewriteUses(flow, renderingFor(names, flow, file), tests, file);
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
function keysFor({ uses, aliases }: SessionFlow, file: SourceFile): Set<Key> {
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
    if (use.kind === 'status') for (const key of keysOfStatus(use)) keys.add(key);
    if (use.kind === 'dependency' && use.of === 'status' && !beside.some(({ kind }) => kind === 'status'))
      keys.add('isLoaded').add('isSignedIn');
    if (use.kind === 'presence' && use.compared && use.compared.to !== 'nullish') keys.add('isLoaded');
    isPresenceAsked ||=
      use.kind === 'presence' || (use.kind === 'dependency' && use.of === 'session' && beside.length === 0);
  }
  const isAskedWithStatus = isPresenceAsked && uses.some(({ kind }) => kind === 'status');
  if (isAskedWithStatus || (isPresenceAsked && fields.size === 0)) keys.add('isSignedIn');
  return keys;
}

const keysOfStatus = ({ status }: SessionUse & { kind: 'status' }): Key[] =>
  status === 'loading' ? ['isLoaded'] : status === 'authenticated' ? ['isSignedIn'] : ['isLoaded', 'isSignedIn'];

function namesFor(
  flow: SessionFlow,
  source: HookResult,
  { users, ids }: { users: readonly Binding[]; ids: readonly Binding[] },
  file: SourceFile,
): Names {
  const keys = keysFor(flow, file);
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

function renderingFor(names: Names, { uses }: SessionFlow, file: SourceFile): Rendering {
  const { isLoaded, isSignedIn, user, userId } = names;
  const presence = isSignedIn ?? user ?? userId!;
  const namesOf = (use: SessionUse): string[] => {
    if (use.kind === 'status') return keysOfStatus(use).map((key) => names[key]!);
    if (use.kind === 'field') return [user ?? userId!];
    const isStrict = use.kind === 'presence' && use.compared && use.compared.to !== 'nullish';
    return isStrict ? [isLoaded!, presence] : [presence];
  };
  return {
    presence,
    isBoolean: false,
    idName: userId,
    comparison: ({ compared }) => {
      const { to, negated } = compared!;
      if (to === 'undefined') return negated ? plain(isLoaded!) : not(isLoaded!);
      if (to === 'nullish') return negated ? not(`!${presence}`) : not(presence);
      return {
        text: negated ? `!${isLoaded} || !!${presence}` : `${isLoaded} && !${presence}`,
        operator: negated ? '||' : '&&',
      };
    },
    field: (use, isKnown) =>
      user === undefined ? idField(use, isKnown, userId!) : profileField(use, isKnown, user, file),
    status: (use) => statusOf(use, isTested(use.node, file.bindings) !== 'no', isLoaded!, isSignedIn!),
    dependency: (use) => {
      const beside = usesBeside(use.node, uses, file);
      if (use.of === 'status') {
        const read = beside.filter(({ kind }) => kind === 'status').flatMap(namesOf);
        return read.length > 0 ? [...new Set(read)].toSorted() : [isLoaded!, isSignedIn!];
      }
      if (use.of === 'session') {
        const read = beside.filter(({ kind }) => kind !== 'status').flatMap(namesOf);
        return read.length > 0 ? [...new Set(read)] : [presence];
      }
      if (user === undefined) return [userId!];
      const dot = use.optional ? '?.' : '.';
      if (use.of === 'id' && file.context.userIds === 'external') return [`${user}${dot}externalId`, `${user}${dot}id`];
      return [
        profileField(
          { field: use.of, optional: use.optional, asserted: false, asks: 'value', isGranted: false },
          false,
          user,
          file,
        ).text,
      ];
    },
  };
}

const plain = (text: string): Expression => ({ text });
const not = (text: string): Expression => ({ text: `!${text}`, operator: '!' });

/** `status === 'loading'` and its like, by Clerk's two flags. `isSignedIn` is undefined while it loads. */
function statusOf(
  { status, negated }: SessionUse & { kind: 'status' },
  isTest: boolean,
  isLoaded: string,
  isSignedIn: string,
): Expression {
  if (status === 'loading') return negated ? plain(isLoaded) : not(isLoaded);
  if (status === 'authenticated') return negated ? not(isSignedIn) : isTest ? plain(isSignedIn) : not(`!${isSignedIn}`);
  return {
    text: negated ? `!${isLoaded} || ${isSignedIn}` : `${isLoaded} && !${isSignedIn}`,
    operator: negated ? '||' : '&&',
  };
}
