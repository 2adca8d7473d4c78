import type { SourceFile } from '../source/source-file.js';
import { testsOf, withoutAbsent } from './guards.js';
import { nameFor } from './names.js';
import { rewriteRawToken } from './raw-token.js';
import { goingWith, isUnused, rewriteUses } from './rewrite.js';
import { askFor, modeOf, type Mode } from './server-asked.js';
import { holderOf, removeHolder, writeHolder, type Holder } from './server-holder.js';
import { rewriteInlineCall } from './server-inline.js';
import { escapes, whyNot } from './server-refusals.js';
import { renderingFor } from './server-rendering.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import type { Replaced } from './statements.js';
import { follow, type SessionFlow } from './uses.js';

/** What Clerk's answer is called in a session's place. */
export const NAMES: Readonly<Record<Mode, readonly string[]>> = {
  presence: ['isAuthenticated', 'isSignedIn'],
  'clerk-id': ['userId', 'clerkUserId'],
  id: ['userId', 'currentUserId', 'sessionUserId'],
  user: ['user', 'clerkUser', 'sessionUser'],
};

/**
 * Rewrites `const session = await getServerSession(…)` with all that is done with it, where all of it is understood.
 * @param mayFetch Clerk's API may be asked for a profile in code that runs on every request
 * @returns the declarator that was written anew, or why not; nothing was edited then
 */
export function rewriteServerSession(
  source: ServerSource,
  file: SourceFile,
  mayFetch = false,
): Replaced | NotUnderstood {
  if (source.isRaw) return rewriteRawToken(source, file);
  const holder = holderOf(source, file);
  return holder ? rewriteHeld(holder, source, file, mayFetch) : rewriteInlineCall(source, file, mayFetch);
}

/** Rewrites the constant that holds a session, with all that is done with it. */
export function rewriteHeld(
  holder: Holder,
  source: ServerSource,
  file: SourceFile,
  mayFetch: boolean,
): Replaced | NotUnderstood {
  const { declarator, identifier, kind } = holder;
  const binding = file.bindings.of(identifier);
  const declaration = file.bindings.parentOf(declarator)!;
  if (!binding || declaration['kind'] === 'var' || binding.identifiers.length > 1)
    return escapes('the session is not put into a constant');
  if (file.bindings.parentOf(declaration)?.type === 'ExportNamedDeclaration') return escapes('the session is exported');
  const followed = follow(binding, kind, file);
  const flow: SessionFlow = { ...followed, uses: withoutAbsent(followed.uses, file.bindings) };
  if (isUnused(flow)) return removeHolder(holder, file);
  const mode = modeOf(flow, file);
  const tests = testsOf(flow.uses, 'null');
  const why = whyNot(flow, mode, tests, binding.scope.node, mayFetch, file);
  if (why) return why;
  const asked = askFor(mode, source, file);
  if ('rule' in asked) return asked;

  const { users, ids } = goingWith(flow, tests, file);
  const going = [binding, ...users, ...(mode === 'id' || mode === 'clerk-id' ? ids : [])];
  const preferred = [
    ...(mode === 'user' && kind === 'user' ? [binding.name] : []),
    ...(mode === 'user' ? users : mode === 'presence' ? [] : ids).map(({ name }) => name),
    ...NAMES[mode],
  ];
  const places = [...flow.uses.map(({ node }) => node), ...going.flatMap(({ references }) => references)];
  const name = nameFor(preferred, binding.scope, places, going, file);
  rewriteUses(flow, renderingFor(mode, name, file), tests, file);
  return writeHolder(holder, name, asked, file);
}
