import { createClerkClient } from '@clerk/backend';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realKeys, type RealKeys } from '../../e2e/clerk/keys.js';
import { RealInstance } from '../../e2e/clerk/real.js';
import { startClerkFake, type FakeClerk } from '../../e2e/clerk-fake/server.js';
import { ADA, PAT, PEOPLE } from '../../e2e/people.js';

const CLAIMS = { userId: '{{user.external_id || user.id}}' };
const SECRET = 'sk_test_none';
const PUBLISHABLE = `pk_test_${Buffer.from('clerk.example.com$').toString('base64')}`;

let fake: FakeClerk;
let keys: RealKeys;
beforeEach(async () => {
  fake = await startClerkFake([], CLAIMS);
  keys = { secretKey: SECRET, publishableKey: PUBLISHABLE, apiUrl: fake.url, frontendUrl: fake.url };
});
afterEach(() => fake.close());

const person = (name: string) => PEOPLE.find((each) => each.name === name)!;

describe('the keys that are set', () => {
  const both = { CLERK_SECRET_KEY: SECRET, NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: PUBLISHABLE };
  const live = { CLERK_SECRET_KEY: 'sk_live_none', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk_live_none' };

  it('put Clerk in the place of the fake', () => {
    expect(realKeys({}, false)).toBeUndefined();
    expect(realKeys(both, false)).toMatchObject({ secretKey: SECRET, apiUrl: 'https://api.clerk.com' });
    expect(realKeys({ ...both, CLERK_API_URL: 'http://127.0.0.1:1' }, false)?.apiUrl).toBe('http://127.0.0.1:1');
  });

  it('have to be both there, and of one kind', () => {
    expect(() => realKeys({ CLERK_SECRET_KEY: SECRET }, false)).toThrow('NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY is missing');
    expect(() => realKeys({ ...both, CLERK_SECRET_KEY: 'sk_live_none' }, true)).toThrow('and the other is not');
    expect(() => realKeys({ ...both, CLERK_SECRET_KEY: 'secret' }, false)).toThrow('it begins with sk_test_');
  });

  it('are refused where they are of a production instance, unless that is meant', () => {
    expect(() => realKeys(live, false)).toThrow('say --live');
    expect(realKeys(live, true)).toMatchObject({ secretKey: 'sk_live_none' });
  });
});

describe('an instance of somebody’s own', () => {
  it('has the people as long as the run lasts', async () => {
    const instance = await RealInstance.open(keys, [ADA, PAT]);
    expect(
      fake.instance.users.map(({ email, externalId, publicMetadata }) => [email, externalId, publicMetadata]),
    ).toEqual([ADA, PAT].map(({ email, externalId, publicMetadata }) => [email, externalId, publicMetadata]));
    await instance.close();
    expect(fake.instance.users).toEqual([]);
  });

  it('is left alone where somebody else has such an address, and what was made goes again', async () => {
    fake.instance.users.push(PAT);
    await expect(RealInstance.open(keys, [ADA, PAT])).rejects.toThrow(
      `${PAT.email} is a user of this instance already`,
    );
    expect(fake.instance.users).toEqual([PAT]);
  });

  it('gets rid of the people of a run that was killed', async () => {
    await RealInstance.open(keys, [ADA]);
    const [old] = fake.instance.users;
    const instance = await RealInstance.open(keys, [ADA]);
    expect(fake.instance.users.map(({ id }) => id)).not.toContain(old!.id);
    await instance.close();
    expect(fake.instance.users).toEqual([]);
  });

  it('signs people in by cookies that Clerk’s own SDK takes, and counts what the app asks', async () => {
    const instance = await RealInstance.open(keys, [ADA, PAT]);
    const clerk = await instance.forApp(
      CLAIMS,
      PEOPLE.filter(({ isStale }) => !isStale),
    );
    const app = createClerkClient({
      secretKey: SECRET,
      publishableKey: PUBLISHABLE,
      apiUrl: clerk.apiUrl,
      telemetry: { disabled: true },
    });
    const asked = async (name: string) => {
      const headers = { cookie: await clerk.cookieOf(person(name)), accept: 'text/html', 'sec-fetch-dest': 'document' };
      return app.authenticateRequest(new Request('http://localhost:3000/dash', { headers }));
    };
    const admin = await asked('admin');
    expect(admin.toAuth()).toMatchObject({ isAuthenticated: true, sessionClaims: { userId: 'm-1' } });
    expect((await asked('signed out')).status).toBe('signed-out'); // and not a handshake
    expect(clerk.takeCalls()).toEqual([]);
    const { userId } = admin.toAuth() as { userId: string };
    expect((await app.users.getUser(userId)).fullName).toBe('Ada Admin');
    expect(clerk.takeCalls()).toEqual([`GET /v1/users/${userId}`]);
    await clerk.close();
    await instance.close();
  });

  it('says whether its tokens carry the claims', async () => {
    const instance = await RealInstance.open(keys, [PAT]);
    const with_ = await instance.forApp(CLAIMS, [person('user')]);
    const without = await instance.forApp({ ...CLAIMS, role: '{{user.public_metadata.role}}' }, [person('user')]);
    expect([with_.hasClaims, without.hasClaims]).toEqual([true, false]);
    for (const each of [with_, without]) await each.close();
  });

  it('gives a browser a ticket that signs somebody in once', async () => {
    const instance = await RealInstance.open(keys, [PAT]);
    const clerk = await instance.forApp(CLAIMS, [person('user')]);
    const { ticket } = await clerk.ticketFor!(PAT);
    const signIn = () =>
      fetch(`${fake.url}/v1/client/sign_ins`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-fake-client': 'one' },
        body: new URLSearchParams({ strategy: 'ticket', ticket }),
      });
    expect(await (await signIn()).json()).toMatchObject({ response: { status: 'complete' } });
    expect(fake.instance.client('one').session?.user.email).toBe(PAT.email);
    expect((await signIn()).status).toBe(400);
    await clerk.close();
  });
});
