import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClerkClient } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsFor } from '../../e2e/clerk-fake/claims.js';
import { ROUTES, startClerkFake, type FakeClerk } from '../../e2e/clerk-fake/server.js';
import { ADA, LONG, PAT, USERS } from '../../e2e/people.js';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'e2e', 'clerk-fake', 'README.md'), 'utf8');

let clerk: FakeClerk;
beforeAll(async () => void (clerk = await startClerkFake(USERS, { userId: '{{user.external_id || user.id}}' })));
afterAll(() => clerk.close());

const sdk = () =>
  createClerkClient({
    secretKey: 'sk_live_test',
    publishableKey: clerk.instance.publishableKey,
    apiUrl: clerk.url,
  });

/** A request of a browser that has these cookies, or a token, as the SDK in an app sees it. */
const authenticate = (headers: Record<string, string>) =>
  sdk().authenticateRequest(new Request('http://localhost:3000/dash', { headers }));

describe('the Backend API, asked by Clerk’s own SDK', () => {
  it('yields a user', async () => {
    const user = await sdk().users.getUser(ADA.id);
    expect(user).toMatchObject({ fullName: 'Ada Admin', externalId: 'm-1', hasImage: false });
    expect(user.primaryEmailAddress?.emailAddress).toBe('ada@example.com');
    expect(user.publicMetadata).toEqual({ role: 'admin' });
  });

  it('finds users, and counts them', async () => {
    const found = await sdk().users.getUserList({ externalId: ['m-2'] });
    expect(found.data.map(({ id }) => id)).toEqual([PAT.id]);
    expect(found.totalCount).toBe(1);
  });

  it('says that there is no such user', async () => {
    await expect(sdk().users.getUser('user_none')).rejects.toMatchObject({ status: 404 });
  });

  it('keeps count of what it was asked', async () => {
    clerk.takeCalls('backend');
    await sdk().users.getUser(ADA.id);
    expect(clerk.takeCalls('backend')).toEqual(['GET /v1/users/:id']);
    expect(clerk.takeCalls('backend')).toEqual([]);
  });
});

describe('its tokens, read by Clerk’s own SDK', () => {
  const token = (age = 0) => clerk.instance.token({ id: 'sess_1', user: ADA }, age);

  it('sign somebody in, with the claims', async () => {
    const { isAuthenticated, toAuth } = await authenticate({ authorization: `Bearer ${token()}` });
    expect(isAuthenticated).toBe(true);
    expect(toAuth()?.sessionClaims).toMatchObject({ sub: ADA.id, userId: 'm-1' });
  });

  it('run out', async () => {
    const state = await authenticate({
      cookie: `__session=${token(7200)}; __client_uat=${Math.floor(Date.now() / 1000) - 7300}`,
      accept: 'text/html',
    });
    expect(state.isAuthenticated).toBe(false);
    expect(state.headers.get('location')).toMatch(/^https:\/\/clerk\.example\.com\/v1\/client\/handshake\?/);
  });

  it('are none of another key', async () => {
    const other = await startClerkFake(USERS);
    const foreign = other.instance.token({ id: 'sess_1', user: ADA });
    await other.close();
    expect((await authenticate({ authorization: `Bearer ${foreign}` })).isAuthenticated).toBe(false);
  });
});

describe('the Frontend API', () => {
  const call = async (path: string, body?: Record<string, string>) => {
    const response = await fetch(clerk.url + path, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { 'x-fake-client': 'browser-1', origin: 'http://localhost:3000' },
      ...(body && { body: new URLSearchParams(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  };

  it('signs in with a password, and out again', async () => {
    const started = await call('/v1/client/sign_ins', { identifier: ADA.email });
    const attempt = `/v1/client/sign_ins/${started.json.response.id}/attempt_first_factor`;
    expect((await call(attempt, { password: 'wrong' })).json.errors[0].code).toBe('form_password_incorrect');
    const done = await call(attempt, { password: ADA.password });
    expect(done.json.response).toMatchObject({ status: 'complete' });
    expect((await call('/v1/client')).json.response.sessions).toMatchObject([{ user: { id: ADA.id } }]);
    const out = await call('/v1/client/sessions?_method=DELETE', {});
    expect(out.headers.getSetCookie()).toEqual(['__client_uat=0']);
    expect((await call('/v1/client')).json.response.sessions).toEqual([]);
  });

  it('goes to a provider and back', async () => {
    const { json } = await call('/v1/client/sign_ins', { strategy: 'oauth_github', redirect_url: '/dash' });
    const provider = new URL(json.response.first_factor_verification.external_verification_redirect_url);
    const back = await call(provider.pathname + provider.search);
    expect(back.headers.get('location')).toBe('http://localhost:3000/dash');
    expect((await call('/v1/client')).json.response.sessions).toHaveLength(1);
  });

  it('says what it does not know', async () => {
    expect((await call('/v1/nothing')).status).toBe(404);
    expect(clerk.unknown).toEqual(['GET /v1/nothing']);
  });
});

it.each(ROUTES.map(({ method, path }) => `${method} ${path}`))('the README has a line for %s', (endpoint) => {
  expect(README).toMatch(new RegExp(`^\\| \`${endpoint.replaceAll('/', '\\/')}\` +\\|`, 'm'));
});

describe('claims', () => {
  it('keep their type alone, and become text in text', () => {
    const template = {
      id: '{{user.external_id || user.id}}',
      has: '{{user.has_image}}',
      all: '{{user.public_metadata}}',
      role: '{{user.public_metadata.role}}',
      none: '{{user.public_metadata.none}}',
      text: 'of {{user.full_name}}',
      fixed: 1,
    };
    expect(claimsFor(ADA, template)).toEqual({
      id: 'm-1',
      has: false,
      all: { role: 'admin' },
      role: 'admin',
      none: null,
      text: 'of Ada Admin',
      fixed: 1,
    });
    expect(claimsFor({ ...LONG, externalId: null }, template)['id']).toBe(LONG.id);
  });

  it('are refused where Clerk has no such shortcode', () => {
    expect(() => claimsFor(ADA, { x: '{{user.nothing}}' })).toThrow(/no shortcode/);
  });
});
