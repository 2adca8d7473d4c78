import { mappedAt, NO_MAPPINGS, type FieldMappings } from '../clerk/field-mappings.js';
import { isProfileField, type FieldName, type ProfileField } from '../clerk/fields.js';

/** What a followed value is: the result of useSession(), the session, its user, useSession()'s status, or Auth.js's token. */
export type Kind = 'result' | 'session' | 'user' | 'status' | 'token';

/** Auth.js's token calls some fields otherwise; `id` is what apps put there themselves, and it is the user's. */
const CLAIMS: Readonly<Record<string, ProfileField>> = {
  sub: 'id',
  id: 'id',
  name: 'name',
  email: 'email',
  picture: 'image',
};

/** What a property of a followed value is; undefined where it is nothing that every app has, and no config names it. */
export function step(
  from: Kind | FieldName,
  property: string,
  fields: FieldMappings = NO_MAPPINGS,
): Kind | FieldName | undefined {
  if (from === 'result') return property === 'data' ? 'session' : property === 'status' ? 'status' : undefined;
  if (from === 'session') return property === 'user' ? 'user' : mappedAt(property, fields);
  if (from === 'token') return Object.hasOwn(CLAIMS, property) ? CLAIMS[property] : undefined;
  if (from !== 'user') return undefined;
  return isProfileField(property) ? property : mappedAt(`user.${property}`, fields);
}

/** Why a property is not followed. */
export function reasonFor(at: Kind | FieldName, property: string | undefined): string {
  if (property === undefined) return 'a computed property of it is read';
  if (at === 'result') return property === 'update' ? 'it is updated by update()' : `useSession().${property} is read`;
  if (at === 'status') return 'the status is handed on';
  if (at === 'token') return `a field of the token is read: ${property}`;
  return at === 'user'
    ? `a field of the app’s own is read: user.${property}`
    : `a field of the session is read: ${property}`;
}
