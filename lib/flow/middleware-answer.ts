import { languageOf } from '../ast/language.js';
import { child } from '../ast/tree.js';
import { isProfileField, type FieldName, type ProfileField } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import type { Source } from './middleware-sources.js';
import { nameFor } from './names.js';
import type { Rendering } from './rewrite.js';

/** What `auth()` of Clerk's middleware is asked for. */
export type Part = 'isAuthenticated' | 'userId' | 'sessionClaims';

/** Session claims that hold the fields of Auth.js's user, by the names of `clerk.patch.json`. */
const CLAIM_OF: Readonly<Record<ProfileField, string>> = {
  id: 'userId',
  name: 'name',
  email: 'email',
  image: 'image',
};

/** @throws {Error} for a field that a config maps: it is refused before */
export function claimOf(field: FieldName): string {
  if (!isProfileField(field)) throw new Error(`no claim holds ${field}`);
  return CLAIM_OF[field];
}

/** `isAuthenticated: signedIn` */
export const renamed = (part: string, name: string): string => (part === name ? part : `${part}: ${name}`);

const OTHER_NAMES: Readonly<Record<Part, string>> = {
  isAuthenticated: 'isSignedIn',
  userId: 'clerkUserId',
  sessionClaims: 'claims',
};

/** Free names for the parts of Clerk's answer. */
export function namesFor(
  parts: ReadonlySet<Part>,
  sources: readonly Source[],
  scope: ReturnType<SourceFile['bindings']['scopeOf']>,
  file: SourceFile,
): Map<Part, string> {
  const going = sources.flatMap(({ declarator, flow }) => {
    const own = declarator && file.bindings.of(child(declarator, 'id'));
    const users = flow.aliases.flatMap(({ bindings }) => bindings.filter(({ field }) => field === 'user'));
    return [...(own ? [own] : []), ...users.map(({ binding }) => binding)];
  });
  const places = sources.flatMap(({ flow }) => flow.uses.map(({ node }) => node));
  return new Map([...parts].map((part) => [part, nameFor([part, OTHER_NAMES[part]], scope, places, going, file)]));
}

/** What each use of the session or token becomes. */
export function renderingFor(names: ReadonlyMap<Part, string>, file: SourceFile): Rendering {
  const presence = names.get('isAuthenticated') ?? '';
  const claims = names.get('sessionClaims') ?? '';
  const userId = names.get('userId');
  return {
    presence,
    isBoolean: true,
    idName: userId,
    comparison: ({ compared }) => (compared!.negated ? { text: presence } : { text: `!${presence}`, operator: '!' }),
    field: ({ field, optional, asks, isGranted }, isKnown) => {
      if (field === 'id' && userId !== undefined)
        return optional && !isKnown && asks === 'value'
          ? { text: `${userId} ?? undefined`, operator: '??' }
          : { text: userId };
      const sign = isGranted && languageOf(file.path) !== 'js' ? '!' : '';
      return { text: `${claims}${optional && !isKnown ? '?.' : '.'}${claimOf(field)}${sign}` };
    },
    status: () => ({ text: presence }),
    dependency: () => [presence],
  };
}
