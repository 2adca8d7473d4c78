/**
 * What is carried of a user's row and of a linked account's row, and the names that stand for it, without case and
 * underscores: those of Auth.js's adapters first, then what apps call them.
 */
export const USER_FIELDS = {
  id: ['id', '_id', 'userid'],
  email: ['email', 'emailaddress'],
  emailVerified: ['emailverified', 'emailverifiedat', 'isemailverified', 'emailconfirmed', 'emailconfirmedat'],
  name: ['name', 'fullname', 'displayname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'familyname', 'surname'],
  image: ['image', 'imageurl', 'avatar', 'avatarurl', 'picture'],
  createdAt: ['createdat', 'created', 'createdon', 'createdate', 'datecreated', 'registeredat', 'joinedat'],
  updatedAt: ['updatedat', 'updated', 'updatedon', 'modifiedat'],
} as const;

/** `provider_id` is what NextAuth v3's TypeORM tables call the provider. */
export const ACCOUNT_FIELDS = {
  userId: ['userid', 'user'],
  provider: ['provider', 'providerid'],
  providerAccountId: ['provideraccountid'],
  idToken: ['idtoken'],
} as const;

export type UserField = keyof typeof USER_FIELDS;
export type AccountField = keyof typeof ACCOUNT_FIELDS;

/** A name without what conventions differ in. */
export const fold = (name: string): string => name.replace(/(?!^)_/g, '').toLowerCase();
