/** Somebody with an account: as Auth.js, as Clerk after the move of the accounts, and as a row of the app's know them. */
export interface Person {
  /** The id that the app's tables hold, and Clerk's `externalId`. */
  readonly id: string;
  readonly clerkId: string;
  readonly name: string | null;
  readonly email: string;
  readonly image: string | null;
  /** A column of the app's own, and the metadata that the import of the accounts made of it. */
  readonly role: 'user' | 'admin';
  readonly plan: 'free' | 'pro';
}

const ADA: Person = {
  id: 'u_ada',
  clerkId: 'user_2ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  image: 'https://pictures.example.com/ada.png',
  role: 'user',
  plan: 'pro',
};
const BARE: Person = {
  id: 'u_bare',
  clerkId: 'user_2bare',
  name: null,
  email: 'bare@example.com',
  image: null,
  role: 'user',
  plan: 'free',
};
const GRACE: Person = {
  id: 'u_grace',
  clerkId: 'user_2grace',
  name: 'Grace Hopper',
  email: 'grace@example.com',
  image: 'https://pictures.example.com/grace.png',
  role: 'admin',
  plan: 'pro',
};

/** Whoever may be looking at the app. A component is also seen while it is not known yet who that is. */
export const VISITORS = { 'signed out': null, 'signed in': ADA, 'without name and image': BARE, admin: GRACE } as const;
export type Visitor = keyof typeof VISITORS;

export const PERSONS: readonly Person[] = [ADA, BARE, GRACE];

/** What Clerk shows for somebody who has no picture. */
export const AVATAR = 'https://img.clerk.com/generated';

/** When every session ends: Clerk's token ends after a minute, which is decided, and of no concern here. */
export const EXPIRES = '2040-01-01T00:00:00.000Z';

/** The row of the app's user table. */
export const rowOf = ({ id, name, email, image, role, plan }: Person) => ({
  id,
  name,
  email,
  emailVerified: null,
  image,
  role,
  plan,
  createdAt: new Date('2024-03-01T09:30:00.000Z'),
});
