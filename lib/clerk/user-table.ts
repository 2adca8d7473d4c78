/** What is known of the table that holds an app's users, whichever ORM speaks of it. */
export interface UserTable {
  /** How the id of a new row comes about: Clerk's own fits into it, or the database or its client makes a text or a number. */
  readonly id: 'clerk' | 'text' | 'number';
  /** The columns of Auth.js's that it has, each by whether a row needs it. */
  readonly columns: ReadonlyMap<UserColumn, 'needed' | 'optional'>;
  /** All columns, by their names in code. */
  readonly fields: readonly string[];
  /** Columns of the app's own that every row needs, and that nothing fills. */
  readonly unfilled: readonly string[];
  /** Tables of the app's own that refer to a user; those of Auth.js's are not among them. */
  readonly dependents: readonly string[];
}

/** What an adapter of Auth.js's wrote besides the id. */
export const USER_COLUMNS = ['name', 'email', 'emailVerified', 'image'] as const;
export type UserColumn = (typeof USER_COLUMNS)[number];

export const isUserColumn = (name: string): name is UserColumn => USER_COLUMNS.some((each) => each === name);

/** The tables that an adapter of Auth.js's keeps about a user: they are no data of the app's own. */
export const AUTH_TABLE = /^(?:account|session|authenticator|verification_?(?:token|request))s?$/i;

/** The length of a user's id at Clerk: `user_` and 27 characters. */
export const CLERK_ID_LENGTH = 32;

/** Events of Auth.js's whose code can go on running, each with the occasion that it has then. */
export const USER_EVENTS = {
  createUser: 'once a row was written',
  updateUser: 'when a row changed with what Clerk knows of the person',
  linkAccount:
    'for each account at a provider that somebody brings along when the row is written; one that is added later runs it no more',
  signIn: 'at each session.created, which the endpoint has to ask for; a delivery may come twice',
} as const;
export type UserEvent = keyof typeof USER_EVENTS;

export const isUserEvent = (name: string): name is UserEvent => Object.hasOwn(USER_EVENTS, name);
