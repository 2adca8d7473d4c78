import { randomBytes } from 'node:crypto';
import { claimsFor } from './claims.js';
import { cookieSuffixOf, makeKeys, publishableKeyOf, signToken, type Keys } from './keys.js';
import type { FakeUser } from './people.js';

/** How long a token lives here, in seconds; Clerk's live 60, too short for a run that waits for a build. */
const TOKEN_LIFE = 3600;

export interface FakeSession {
  readonly id: string;
  readonly user: FakeUser;
}

/** One browser, as the Frontend API knows it by its `__client` cookie. */
export interface FakeClient {
  readonly id: string;
  session: FakeSession | undefined;
  signIn: { id: string; user: FakeUser | undefined; strategy: string } | undefined;
}

/** What the fake holds: users, the template of the session token, and the browsers that it has seen. */
export class Instance {
  readonly keys: Keys = makeKeys();
  readonly publishableKey: string;
  /** When everything here was made, in milliseconds. */
  readonly createdAt = Date.now();
  private readonly clients = new Map<string, FakeClient>();
  /** Sessions that the Backend API made, by their ids. */
  readonly sessions = new Map<string, FakeSession>();
  /** Whom a sign-in token signs in. */
  readonly tickets = new Map<string, FakeUser>();
  readonly users: FakeUser[];

  constructor(
    users: readonly FakeUser[],
    readonly frontendApi: string,
    /** `session.claims` of clerk.patch.json. */
    public claims: Readonly<Record<string, unknown>>,
  ) {
    this.users = [...users];
    this.publishableKey = publishableKeyOf(frontendApi);
  }

  get cookieSuffix(): string {
    return cookieSuffixOf(this.publishableKey);
  }

  client(id: string): FakeClient {
    const found = this.clients.get(id) ?? { id, session: undefined, signIn: undefined };
    this.clients.set(id, found);
    return found;
  }

  userById(id: string): FakeUser | undefined {
    return this.users.find((user) => user.id === id);
  }

  startSession(client: FakeClient, user: FakeUser): FakeSession {
    client.session = { id: `sess_${randomBytes(8).toString('hex')}`, user };
    return client.session;
  }

  /** Ends a session in whichever browser it lives; its tokens are good until they expire. */
  endSession(id: string): string {
    this.sessions.delete(id);
    for (const client of this.clients.values()) if (client.session?.id === id) client.session = undefined;
    return id;
  }

  /**
   * A session token.
   * @param age how long ago it was made, in seconds: above an hour it has expired
   * @param life how long it is good for, in seconds
   */
  token({ id, user }: FakeSession, age = 0, life = TOKEN_LIFE): string {
    const issued = Math.floor(Date.now() / 1000) - age;
    return signToken(this.keys, {
      ...claimsFor(user, this.claims),
      iss: `https://${this.frontendApi}`,
      sub: user.id,
      sid: id,
      iat: issued,
      nbf: issued - 5,
      exp: issued + life,
      v: 2,
      sts: 'active',
    });
  }

  /** The cookies that the Frontend API keeps on the app's domain: the token, and since when somebody is signed in. */
  cookies(client: FakeClient): Record<string, string> {
    const { session } = client;
    if (!session) return { __client_uat: '0' };
    return { __session: this.token(session), __client_uat: String(Math.floor(Date.now() / 1000) - 2) };
  }
}
