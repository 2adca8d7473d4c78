import { lte } from 'semver';
import type { WidenedInterface } from './augmentation.js';

/**
 * Whether a field of a session is a secret of the sign-in, by its name: it goes stale, and whoever has it acts for the person.
 * No metadata and no token of Clerk's may hold it.
 */
export const isSecret = (name: string): boolean => /token|secret|password|jwt/i.test(name);

const OWN = new Set(['user', 'id', 'name', 'email', 'image', 'expires']);
/** Types that add no field of the app's own. */
const KNOWN_TYPES = new Set([
  'DefaultSession',
  'DefaultUser',
  'User',
  'UserId',
  'string',
  'null',
  'undefined',
  'unknown',
]);

/**
 * The fields that an app's augmentations add to a session beyond Auth.js's own, by the text of the types; a type whose
 * fields are not to be seen there counts as one.
 */
export function fieldsAdded(widened: readonly WidenedInterface[]): string[] {
  const session = widened.filter(({ name }) => name === 'Session' || name === 'DefaultSession');
  const mentionsUser = session.some(({ members }) => members.some(({ text }) => /\bUser\b/.test(text)));
  const hasOwnUser = session.some(({ members }) => members.some(({ name }) => name === 'user'));
  const user =
    mentionsUser || !hasOwnUser ? widened.filter(({ name }) => name === 'User' || name === 'DefaultUser') : [];
  return [...session, ...user].flatMap(({ members, bases }) => [
    ...bases,
    ...members.flatMap(({ name, text }) => (OWN.has(name) ? typesIn(text) : [name])),
  ]);
}

/**
 * Whether Auth.js's types say that a person always has an id: those of v4, and of v5 up to beta.4 (@auth/core 0.18.4; 0.21,
 * of beta.5, has `id?`). Read off the packages.
 */
export const requiresId = (style: 'v4' | 'v5', version: string | undefined): boolean =>
  style === 'v4' || (version !== undefined && lte(version, '5.0.0-beta.4'));

/** Property names inside the type of a member, and names of types that hide some. */
function typesIn(member: string): string[] {
  const text = member.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').replace(/["'][^"']*["']/g, '');
  const type = text.slice(text.indexOf(':') + 1);
  const properties = [...type.matchAll(/(\w+)\s*\??\s*:/g)].map((match) => match[1]!);
  const types = [...type.matchAll(/(?<![\w.])([A-Za-z]\w*)(?!\w*\s*\??\s*:)/g)].map((match) => match[1]!);
  return [
    ...properties.filter((name) => !OWN.has(name)),
    ...types.filter((name) => !KNOWN_TYPES.has(name) && !properties.includes(name)),
  ];
}
