/** The fields of Auth.js's user that every app has. Others are the app's own. */
export type FieldName = 'id' | 'name' | 'email' | 'image';

const FIELDS: ReadonlySet<string> = new Set<FieldName>(['id', 'name', 'email', 'image']);
export const isFieldName = (name: string): name is FieldName => FIELDS.has(name);

/** How an expression has to be treated where it lands in other code. */
export interface Expression {
  readonly text: string;
  /** It is an operator expression, which needs parentheses beside other operators. */
  readonly isOperator: boolean;
}

interface Reading {
  /** The variable that holds Clerk's user. */
  readonly user: string;
  /** Whether it may be missing where it is read. */
  readonly optional: boolean;
  readonly userIds: 'clerk' | 'external';
  /** Whether the code asks if there is a value: Clerk always has an image, a generated one if need be. */
  readonly isTested: boolean;
}

/**
 * A field of Auth.js's user, read off Clerk's `User` (server) or `UserResource` (client), which agree on these names.
 * Email is `string | undefined`, name `string | null`, image `string`.
 */
export function fieldOf(field: FieldName, { user, optional, userIds, isTested }: Reading): Expression {
  const dot = optional ? '?.' : '.';
  switch (field) {
    case 'id':
      return userIds === 'clerk'
        ? plain(`${user}${dot}id`)
        : { text: `${user}${dot}externalId ?? ${user}${dot}id`, isOperator: true };
    case 'name':
      return plain(`${user}${dot}fullName`);
    case 'email':
      return plain(`${user}${dot}primaryEmailAddress?.emailAddress`);
    case 'image':
      return isTested
        ? { text: `${user}${dot}hasImage ? ${user}.imageUrl : null`, isOperator: true }
        : plain(`${user}${dot}imageUrl`);
  }
}

const plain = (text: string): Expression => ({ text, isOperator: false });
