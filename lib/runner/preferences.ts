import type { Profile } from '../source/context.js';

/** Which id reaches the app's code; 'auto' is the former one wherever data may hold it. */
export type UserIds = 'auto' | 'clerk' | 'external';

/**
 * Where a session's fields of the app's own come from: the app's callbacks where they can live on, else the public metadata
 * of Clerk's user; or one of the two alone.
 */
export type CustomFields = 'auto' | 'metadata' | 'callbacks';

/** What gives new users their row: a webhook of Clerk's, code that is called at their first request, both, or nothing. */
export type Sync = 'auto' | 'webhook' | 'on-demand' | 'both' | 'none';

/**
 * Where people sign in: on the app's own sign-in page, where it has one, else at Clerk's Account Portal; on pages of the app
 * in any case; at the Account Portal in any case.
 */
export type Ui = 'auto' | 'self-hosted' | 'account-portal';

/** What is chosen of ways that are right in one app or another. */
export interface Preferences {
  readonly userIds: UserIds;
  readonly profile: Profile;
  readonly customFields: CustomFields;
  readonly sync: Sync;
  readonly ui: Ui;
  /** The major of Clerk's to aim at; 'auto' is the newest that the app's Next admits. */
  readonly clerkVersion: 'auto' | '6' | '7';
  /** Raise Next to the patched release of its own major where Clerk needs that. */
  readonly bumpNext: boolean;
  /** A middleware tests paths by Clerk's `createRouteMatcher()`. */
  readonly routeMatcher: boolean;
}

export const AUTO: Preferences = {
  userIds: 'auto',
  profile: 'auto',
  customFields: 'auto',
  sync: 'auto',
  ui: 'auto',
  clerkVersion: 'auto',
  bumpNext: false,
  routeMatcher: false,
};

/** Those preferences that were given, so that nobody is asked for them. */
export function givenIn(options: Partial<Preferences>): Partial<Preferences> {
  const names = Object.keys(AUTO) as (keyof Preferences)[];
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
