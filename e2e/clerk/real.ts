import { createClerkClient, type ClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import type { FakeUser } from '../clerk-fake/people.js';
import type { Person } from '../people.js';
import { frontendApiOf, type Clerk } from './clerk.js';
import { startCounter } from './counter.js';
import type { RealKeys } from './keys.js';

/** By this in their private metadata people are told who were made here, should a run have been killed. */
const MARK = { madeBy: 'authjs-clerk-codemod e2e' };
/** How long the tokens live that are asked for, in seconds; by default it is a minute, and may stay so. */
const LIFE = 600;
/** A token is renewed where it has less than this left, in seconds. */
const MARGIN = 30;
/** How far Clerk's SDK lets clocks be apart, and some more, in seconds. */
const SKEW = 15;

interface Token {
  readonly jwt: string;
  readonly payload: Readonly<Record<string, unknown>> & { readonly iat: number; readonly exp: number };
}

/** An instance of somebody's own, with the people of the harness in it for as long as it runs. */
export class RealInstance {
  readonly #ids = new Map<FakeUser, string>();
  readonly #api: ClerkClient;

  private constructor(private readonly keys: RealKeys) {
    this.#api = createClerkClient({ ...keys, telemetry: { disabled: true } });
  }

  /** Makes the people. @throws where one is there already that the harness did not make; nobody is left behind then */
  static async open(keys: RealKeys, users: readonly FakeUser[]): Promise<RealInstance> {
    const instance = new RealInstance(keys);
    try {
      for (const user of users) await instance.#make(user);
    } catch (error) {
      await instance.close();
      throw error;
    }
    return instance;
  }

  /** Deletes the people. */
  async close(): Promise<void> {
    for (const [user, id] of this.#ids) {
      await this.#api.users.deleteUser(id);
      this.#ids.delete(user);
    }
  }

  /** What stands for Clerk in the run of one app. @param claims `session.claims` of its clerk.patch.json */
  async forApp(claims: Readonly<Record<string, unknown>>, people: readonly Person[]): Promise<Clerk> {
    const { secretKey, publishableKey, apiUrl, frontendUrl } = this.keys;
    const sessions = new Map<string, { id: string; token: Token }>();
    for (const { name, user, isStale } of people) {
      if (!user) continue;
      const { id } = await this.#api.sessions.createSession({ userId: this.#idOf(user) });
      sessions.set(name, { id, token: await this.#token(id, isStale ? undefined : LIFE) });
    }
    const [first] = sessions.values();
    const counter = await startCounter(apiUrl);
    return {
      publishableKey,
      secretKey,
      apiUrl: counter.url,
      frontendApi: frontendApiOf(publishableKey),
      frontendUrl,
      hasClaims: Object.keys(claims).every((name) => first !== undefined && name in first.token.payload),
      fake: undefined,
      cookieOf: async ({ name, isStale }) => {
        // A development instance takes a browser for new that has no such cookie, and sends its documents on a detour.
        const browser = publishableKey.startsWith('pk_test_') ? ['__clerk_db_jwt=harness'] : [];
        const session = sessions.get(name);
        if (!session) return [...browser, ...browser.map(() => '__client_uat=0')].join('; ');
        const left = session.token.payload.exp - Date.now() / 1000;
        if (isStale) await waitUntil(session.token.payload.exp + SKEW);
        else if (left < MARGIN) session.token = await this.#token(session.id, LIFE);
        const { jwt, payload } = session.token;
        return [`__session=${jwt}`, `__client_uat=${payload.iat - 1}`, ...browser].join('; ');
      },
      ticketFor: async (user) => {
        const userId = this.#idOf(user);
        const { token: ticket } = await this.#api.signInTokens.createSignInToken({ userId, expiresInSeconds: LIFE });
        return { ticket, testingToken: (await this.#api.testingTokens.createTestingToken()).token };
      },
      takeCalls: () => counter.takeCalls(),
      close: () => counter.close(),
    };
  }

  async #make(user: FakeUser): Promise<void> {
    const { data } = await answered(`look for ${user.email}`, () =>
      this.#api.users.getUserList({ emailAddress: [user.email] }),
    );
    for (const { id, privateMetadata } of data) {
      if (privateMetadata['madeBy'] !== MARK.madeBy)
        throw new Error(
          `${user.email} is a user of this instance already, and not one of the harness: use another one.`,
        );
      await this.#api.users.deleteUser(id);
    }
    const { id } = await answered(`make ${user.email}`, () =>
      this.#api.users.createUser({
        externalId: user.externalId!,
        emailAddress: [user.email],
        password: user.password,
        skipPasswordChecks: true,
        firstName: user.firstName,
        lastName: user.lastName,
        publicMetadata: { ...user.publicMetadata },
        privateMetadata: { ...MARK },
      }),
    );
    this.#ids.set(user, id);
  }

  #idOf(user: FakeUser): string {
    const id = this.#ids.get(user);
    if (id === undefined) throw new Error(`${user.email} was not made in this instance`);
    return id;
  }

  async #token(sessionId: string, life: number | undefined): Promise<Token> {
    const { jwt } = await this.#api.sessions.getToken(sessionId, undefined, life);
    return {
      jwt,
      payload: JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString('utf8')) as Token['payload'],
    };
  }
}

/** @throws with what Clerk said, which the SDK's own message leaves out */
async function answered<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isClerkAPIResponseError(error)) throw error;
    const why = error.errors.map(({ longMessage, message }) => longMessage ?? message).join('; ');
    throw new Error(`Clerk refuses to ${what}: ${why || error.message}`, { cause: error });
  }
}

/** A token runs out by the clock alone; mostly it has while the app was built. @param time in seconds */
const waitUntil = (time: number): Promise<void> =>
  new Promise((later) => setTimeout(later, Math.max(0, time * 1000 - Date.now())));
