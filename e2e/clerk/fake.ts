import { startClerkFake } from '../clerk-fake/server.js';
import { USERS, type Person } from '../people.js';
import type { Clerk } from './clerk.js';

/** Older than a token lives, in seconds. */
const STALE = 2 * 3600;

/** @param claims `session.claims` of the app's clerk.patch.json: the fake is configured as it says */
export async function fakeClerk(claims: Readonly<Record<string, unknown>>): Promise<Clerk> {
  const fake = await startClerkFake(USERS, claims);
  const { instance } = fake;
  return {
    publishableKey: instance.publishableKey,
    secretKey: 'sk_live_harness',
    apiUrl: fake.url,
    frontendApi: instance.frontendApi,
    frontendUrl: fake.url,
    hasClaims: true,
    fake,
    cookieOf: async ({ name, user, isStale }: Person) => {
      if (!user) return '';
      const session = { id: `sess_${name.replaceAll(' ', '_')}`, user };
      const age = isStale ? STALE : 0;
      const since = Math.floor(Date.now() / 1000) - age - 1;
      // The plain names suffice.
      return `__session=${instance.token(session, age)}; __client_uat=${since}`;
    },
    takeCalls: () => fake.takeCalls('backend'),
    close: () => fake.close(),
  };
}
