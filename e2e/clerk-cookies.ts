import type { FakeClerk } from './clerk-fake/server.js';
import type { Person } from './people.js';

/** Older than a token lives, in seconds. */
const STALE = 2 * 3600;

/** The cookies that Clerk would have set for each person, by the person's name; the plain names suffice. */
export function clerkCookies({ instance }: FakeClerk, people: readonly Person[]): ReadonlyMap<string, string> {
  return new Map(
    people.map(({ name, user, isStale }) => {
      if (!user) return [name, ''];
      const session = { id: `sess_${name.replaceAll(' ', '_')}`, user };
      const age = isStale ? STALE : 0;
      const since = Math.floor(Date.now() / 1000) - age - 1;
      return [name, `__session=${instance.token(session, age)}; __client_uat=${since}`];
    }),
  );
}
