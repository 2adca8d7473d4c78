import type { FakeUser } from './clerk-fake/people.js';

/** Who asks. Migrated people keep the id that the app's tables hold, as `externalId` at Clerk. */
export const ADA: FakeUser = {
  id: 'user_2ada',
  externalId: 'm-1',
  firstName: 'Ada',
  lastName: 'Admin',
  email: 'ada@example.com',
  password: 'correct-horse-1',
  publicMetadata: { role: 'admin' },
};

export const PAT: FakeUser = {
  id: 'user_2pat',
  externalId: 'm-2',
  firstName: 'Pat',
  lastName: 'Plain',
  email: 'pat@example.com',
  password: 'correct-horse-2',
  publicMetadata: { role: 'member' },
};

/** Somebody whose every field is long: their token has to fit into a cookie all the same. */
export const LONG: FakeUser = {
  id: `user_${'2'.repeat(27)}`,
  externalId: 'c'.repeat(36),
  firstName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
  lastName: 'Hubert-Blaine-Wolfeschlegelsteinhausen'.repeat(2),
  email: `${'long'.repeat(16)}@${'subdomain.'.repeat(12)}example.com`,
  password: 'correct-horse-3',
  imageUrl: `https://img.clerk.com/${'x'.repeat(220)}`,
  publicMetadata: { role: 'administrator-of-everything' },
};

export const USERS: readonly FakeUser[] = [ADA, PAT, LONG];

export interface Person {
  readonly name: string;
  /** Undefined where nobody is signed in. */
  readonly user: FakeUser | undefined;
  /** The cookie has run out. */
  readonly isStale: boolean;
}

export const PEOPLE: readonly Person[] = [
  { name: 'signed out', user: undefined, isStale: false },
  { name: 'stale cookie', user: PAT, isStale: true },
  { name: 'user', user: PAT, isStale: false },
  { name: 'admin', user: ADA, isStale: false },
];
