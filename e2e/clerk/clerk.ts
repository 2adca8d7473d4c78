import type { FakeClerk } from '../clerk-fake/server.js';
import type { FakeUser } from '../clerk-fake/people.js';
import type { Person } from '../people.js';

/** Who answers for Clerk: the fake, or Clerk itself where somebody has set keys. */
export interface Clerk {
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Where the app asks the Backend API: `CLERK_API_URL`. */
  readonly apiUrl: string;
  /** The host that browsers are sent to, as the publishable key names it. */
  readonly frontendApi: string;
  /** Where that host is answered instead; undefined where it is asked itself. */
  readonly frontendUrl: string | undefined;
  /** Whether session tokens carry the claims of the app's clerk.patch.json. */
  readonly hasClaims: boolean;
  /** What is possible with the fake alone: other claims, and somebody whose every field is long. */
  readonly fake: FakeClerk | undefined;
  /** A `Cookie` header; '' for nobody. */
  cookieOf(person: Person): Promise<string>;
  /** What a browser's sign-in takes that shows no form, and what lets it past Clerk's guard against robots; of Clerk itself. */
  ticketFor?(user: FakeUser): Promise<{ readonly ticket: string; readonly testingToken: string }>;
  /** The calls to the Backend API since the last time; those of the keys are none of the app's doing. */
  takeCalls(): readonly string[];
  close(): Promise<void>;
}

/** The address at which a handshake is really answered; undefined where that is the one that the app names. */
export const handshakeOf = (clerk: Clerk | undefined): ((address: URL) => URL) | undefined =>
  clerk?.frontendUrl === undefined
    ? undefined
    : ({ pathname, search }) => new URL(pathname + search, clerk.frontendUrl);

/** The host in a publishable key: `pk_test_<base64 of "host$">`. */
export const frontendApiOf = (publishableKey: string): string =>
  Buffer.from(publishableKey.replace(/^pk_(?:live|test)_/, ''), 'base64')
    .toString('utf8')
    .replace(/\$$/, '');
