import { isMappedName, pathOf } from '../clerk/field-mappings.js';
import { mappedField, type Expression } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { isTested } from './contexts.js';
import { usesBeside } from './dependencies.js';
import { isGuarded, type Test } from './guards.js';
import type { Rendering } from './rewrite.js';
import { idField, profileField } from './server-rendering.js';
import type { SessionFlow, SessionUse } from './uses.js';

export const KEYS = ['isLoaded', 'isSignedIn', 'user', 'userId'] as const;
export type Key = (typeof KEYS)[number];

/** What Clerk's hook is asked for, each with the name that it gets in this file. */
export type Names = Partial<Record<Key, string>>;

type StatusUse = SessionUse & { kind: 'status' };

/** The tests that tell whether the session is loaded: each is truthy only where it is; with `isNegated`, falsy only there. */
export function loadedTests(uses: readonly SessionUse[]): Test[] {
  return uses.flatMap((use): Test[] => {
    if (use.kind === 'status') return [{ node: use.node, isNegated: (use.status === 'loading') !== use.negated }];
    return use.kind === 'presence' && !use.compared ? [{ node: use.node, isNegated: false }] : [];
  });
}

/** Which of Clerk's flags a status asks for; behind a test for loading, `isSignedIn` alone tells who is signed out. */
export function keysOfStatus({ status, node }: StatusUse, loaded: readonly Test[], file: SourceFile): Key[] {
  if (status === 'loading') return ['isLoaded'];
  return status === 'authenticated' || isKnownLoaded(node, loaded, file) ? ['isSignedIn'] : ['isLoaded', 'isSignedIn'];
}

/** Whether a presence compared with null or undefined asks for loadedness too. */
export const asksLoaded = (use: SessionUse, loaded: readonly Test[], file: SourceFile): boolean =>
  use.kind === 'presence' &&
  use.compared !== undefined &&
  use.compared.to !== 'nullish' &&
  (use.compared.to === 'undefined' || !isKnownLoaded(use.node, loaded, file));

const isKnownLoaded = (node: SessionUse['node'], loaded: readonly Test[], { bindings }: SourceFile): boolean =>
  isGuarded(
    node,
    loaded.filter((test) => test.node !== node),
    bindings,
  );

export function renderingFor(
  names: Names,
  { uses }: SessionFlow,
  loaded: readonly Test[],
  file: SourceFile,
): Rendering {
  const { isLoaded, isSignedIn, user, userId } = names;
  const presence = isSignedIn ?? user ?? userId!;
  const namesOf = (use: SessionUse): string[] => {
    if (use.kind === 'status') return keysOfStatus(use, loaded, file).map((key) => names[key]!);
    if (use.kind === 'field') return [user ?? userId!];
    return asksLoaded(use, loaded, file) ? [isLoaded!, presence] : [presence];
  };
  return {
    presence,
    isBoolean: false,
    idName: userId,
    comparison: (use) => {
      const { to, negated } = use.compared!;
      if (to === 'undefined') return negated ? plain(isLoaded!) : not(isLoaded!);
      if (!asksLoaded(use, loaded, file)) {
        if (!negated) return not(presence);
        return isTested(use.node, file.bindings) === 'truth' ? plain(presence) : not(`!${presence}`);
      }
      return {
        text: negated ? `!${isLoaded} || !!${presence}` : `${isLoaded} && !${presence}`,
        operator: negated ? '||' : '&&',
      };
    },
    field: (use, isKnown) =>
      user === undefined ? idField(use, isKnown, userId!) : profileField(use, isKnown, user, file),
    status: (use) => statusText(use, keysOfStatus(use, loaded, file), names, file),
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
      if (isMappedName(use.of))
        return [mappedField(file.context.fields[pathOf(use.of)]!, { user, optional: use.optional }, false).text];
      const field = { field: use.of, optional: use.optional, asserted: false, isCast: false, isGranted: false };
      return [profileField({ ...field, asks: 'value' }, false, user, file).text];
    },
  };
}

const plain = (text: string): Expression => ({ text });
const not = (text: string): Expression => ({ text: `!${text}`, operator: '!' });

/** `status === 'loading'` and its like, by Clerk's two flags. `isSignedIn` is undefined while it loads. */
function statusText(
  { node, status, negated }: StatusUse,
  keys: readonly Key[],
  { isLoaded, isSignedIn }: Names,
  { bindings }: SourceFile,
): Expression {
  if (status === 'loading') return negated ? plain(isLoaded!) : not(isLoaded!);
  const isTest = isTested(node, bindings) === 'truth';
  const signedIn = isTest ? plain(isSignedIn!) : not(`!${isSignedIn}`);
  if (status === 'authenticated') return negated ? not(isSignedIn!) : signedIn;
  if (!keys.includes('isLoaded')) return negated ? signedIn : not(isSignedIn!);
  return {
    text: negated ? `!${isLoaded} || ${isSignedIn}` : `${isLoaded} && !${isSignedIn}`,
    operator: negated ? '||' : '&&',
  };
}
