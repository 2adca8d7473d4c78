import { randomBytes } from 'node:crypto';
import type { FakeUser } from './people.js';
import { failure, type Call, type Reply, type Route } from './route.js';
import { userJson } from './user-json.js';

/** What the harness calls where it treats the fake as an instance of somebody's own. */
export const TESTING: readonly Route[] = [
  { api: 'backend', method: 'POST', path: '/v1/users', handle: createUser },
  { api: 'backend', method: 'DELETE', path: '/v1/users/:id', handle: deleteUser },
  {
    api: 'backend',
    method: 'POST',
    path: '/v1/sessions',
    handle: ({ instance, body }) => {
      const user = instance.userById(String(body['user_id']));
      if (!user) return failure(404, 'resource_not_found', 'No user was found with this id.');
      const session = { id: idFor('sess'), user };
      instance.sessions.set(session.id, session);
      return { json: { object: 'session', id: session.id, user_id: user.id, status: 'active' } };
    },
  },
  {
    api: 'backend',
    method: 'POST',
    path: '/v1/sessions/:id/tokens',
    handle: ({ instance, params, body }) => {
      const session = instance.sessions.get(params['id']!);
      if (!session) return failure(404, 'resource_not_found', 'No session was found with this id.');
      const life = Number(body['expires_in_seconds'] ?? 60);
      return { json: { object: 'token', jwt: instance.token(session, 0, life) } };
    },
  },
  {
    api: 'backend',
    method: 'POST',
    path: '/v1/sign_in_tokens',
    handle: ({ instance, body }) => {
      const user = instance.userById(String(body['user_id']));
      if (!user) return failure(404, 'resource_not_found', 'No user was found with this id.');
      const token = randomBytes(12).toString('hex');
      instance.tickets.set(token, user);
      return { json: { object: 'sign_in_token', id: idFor('sit'), user_id: user.id, token, status: 'pending' } };
    },
  },
  {
    api: 'backend',
    method: 'POST',
    path: '/v1/testing_tokens',
    handle: () => ({ json: { object: 'testing_token', token: idFor('testing'), expires_at: Date.now() + 3600_000 } }),
  },
];

const idFor = (kind: string): string => `${kind}_${randomBytes(8).toString('hex')}`;

function createUser({ instance, body: given }: Call): Reply {
  const body: Readonly<Record<string, unknown>> = given;
  const [email] = body['email_address'] as string[];
  const externalId = (body['external_id'] as string | undefined) ?? null;
  if (instance.users.some((user) => user.email === email || (externalId !== null && user.externalId === externalId)))
    return failure(422, 'form_identifier_exists', 'That email address is taken. Please try another.', 'email_address');
  const user: FakeUser = {
    id: idFor('user'),
    externalId,
    email: email!,
    firstName: String(body['first_name'] ?? ''),
    lastName: String(body['last_name'] ?? ''),
    password: String(body['password'] ?? ''),
    publicMetadata: (body['public_metadata'] ?? {}) as FakeUser['publicMetadata'],
    privateMetadata: (body['private_metadata'] ?? {}) as FakeUser['publicMetadata'],
  };
  instance.users.push(user);
  return { json: userJson(user, instance.createdAt) };
}

function deleteUser({ instance, params }: Call): Reply {
  const at = instance.users.findIndex(({ id }) => id === params['id']);
  if (at < 0) return failure(404, 'resource_not_found', 'No user was found with this id.');
  instance.users.splice(at, 1);
  return { json: { object: 'user', id: params['id'], deleted: true } };
}
