import { isMappedName, type FieldMapping, type MappedName } from './field-mappings.js';

/** The fields of Auth.js's user that every app has. Others are the app's own. */
export type ProfileField = 'id' | 'name' | 'email' | 'image';

/** A field that is followed: one that every app has, or one of the app's own whose place in Clerk a config names. */
export type FieldName = ProfileField | MappedName;

const FIELDS: ReadonlySet<string> = new Set<ProfileField>(['id', 'name', 'email', 'image']);
export const isProfileField = (name: string): name is ProfileField => FIELDS.has(name);
export const isFieldName = (name: string): name is FieldName => isProfileField(name) || isMappedName(name);

/** New code in the place of an expression, and the outermost operator in it, which may want parentheses there. */
export interface Expression {
  readonly text: string;
  readonly operator?: '!' | '===' | '&&' | '||' | '??' | '?:' | 'as';
}

interface Reading {
  /** The expression that yields Clerk's user. */
  readonly user: string;
  /** Whether it may be missing where it is read. */
  readonly optional: boolean;
  readonly userIds: 'clerk' | 'external';
  /** What the code asks for: the value, whether there is one, or the value if there is one. */
  readonly asks: 'value' | 'truth' | 'value-if-any';
  /** What to write behind a part that the code takes for granted: `!`, nothing in JavaScript; undefined where it does not. */
  readonly granted?: '!' | '' | undefined;
}

/**
 * A field of Auth.js's user, read off Clerk's `User` (server) or `UserResource` (client), which agree on these names.
 * Email is `string | undefined`, name `string | null`, image `string`: a generated one where the person has none.
 */
export function fieldOf(field: ProfileField, { user, optional, userIds, asks, granted }: Reading): Expression {
  const dot = optional ? '?.' : '.';
  switch (field) {
    case 'id':
      return userIds === 'clerk'
        ? plain(`${user}${dot}id`)
        : { text: `${user}${dot}externalId ?? ${user}${dot}id`, operator: '??' };
    case 'name':
      return plain(`${user}${dot}fullName${granted ?? ''}`);
    case 'email':
      return plain(`${user}${dot}primaryEmailAddress${granted ?? '?'}.emailAddress`);
    case 'image':
      if (asks === 'value') return plain(`${user}${dot}imageUrl`);
      return asks === 'truth'
        ? plain(`${user}${dot}hasImage`)
        : { text: `${user}${dot}hasImage ? ${user}.imageUrl : null`, operator: '?:' };
  }
}

/**
 * A field of the app's own, read off Clerk's user from where a config says.
 * @param isTyped whether the file has types, so that what is read may have to be taken for the config's
 */
export function mappedField(
  { from, type }: FieldMapping,
  { user, optional }: Pick<Reading, 'user' | 'optional'>,
  isTyped: boolean,
): Expression {
  const text = `${user}${optional ? '?.' : '.'}${from}`;
  if (type === undefined || !isTyped) return plain(text);
  return { text: `${text} as ${type}${optional ? ' | undefined' : ''}`, operator: 'as' };
}

const plain = (text: string): Expression => ({ text });
