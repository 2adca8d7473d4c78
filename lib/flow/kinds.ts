import { isFieldName, type FieldName } from '../clerk/fields.js';

/** What a followed value is: the result of useSession(), the session, its user, useSession()'s status, or Auth.js's token. */
export type Kind = 'result' | 'session' | 'user' | 'status' | 'token';

/** Auth.js's token calls some fields otherwise; `id` is what apps put there themselves, and it is the user's. */
const CLAIMS: Readonly<Record<string, FieldName>> = {
  sub: 'id',
  id: 'id',
  name: 'name',
  email: 'email',
  picture: 'image',
};

/** What a property of a followed value is; undefined where it is nothing that every app has. */
export function step(from: Kind | FieldName, property: string): Kind | FieldName | undefined {
  if (from === 'result') return property === 'data' ? 'session' : property === 'status' ? 'status' : undefined;
  if (from === 'session') return property === 'user' ? 'user' : undefined;
  if (from === 'token') return Object.hasOwn(CLAIMS, property) ? CLAIMS[property] : undefined;
  return from === 'user' && isFieldName(property) ? property : undefined;
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
