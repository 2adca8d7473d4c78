import { failure, type Call, type Reply, type Route } from './route.js';
import { userJson } from './user-json.js';

/** The endpoints of Clerk's Backend API that a migrated app calls. */
export const BACKEND: readonly Route[] = [
  {
    api: 'backend',
    method: 'GET',
    path: '/v1/jwks',
    handle: ({ instance }) => ({ json: { keys: [instance.keys.publicJwk] } }),
  },
  { api: 'backend', method: 'GET', path: '/v1/users', handle: listUsers },
  {
    api: 'backend',
    method: 'GET',
    path: '/v1/users/count',
    handle: (call) => ({ json: { object: 'total_count', total_count: found(call).length } }),
  },
  {
    api: 'backend',
    method: 'GET',
    path: '/v1/users/:id',
    handle: ({ instance, params }) => {
      const user = instance.userById(params['id']!);
      return user
        ? { json: userJson(user, instance.createdAt) }
        : failure(404, 'resource_not_found', 'No user was found with this id.');
    },
  },
  {
    api: 'backend',
    method: 'POST',
    path: '/v1/sessions/:id/revoke',
    handle: ({ instance, params }) => ({
      json: { object: 'session', id: instance.endSession(params['id']!), status: 'revoked' },
    }),
  },
];

function listUsers(call: Call): Reply {
  const offset = Number(call.query.get('offset') ?? 0);
  const limit = Number(call.query.get('limit') ?? 10);
  return {
    json: found(call)
      .slice(offset, offset + limit)
      .map((user) => userJson(user, call.instance.createdAt)),
  };
}

/** The filters that the app's code may use; they are lists, and each narrows the rest. */
function found({ instance, query }: Call) {
  const ids = [...query.getAll('user_id'), ...query.getAll('user_id[]')];
  const emails = [...query.getAll('email_address'), ...query.getAll('email_address[]')];
  const external = [...query.getAll('external_id'), ...query.getAll('external_id[]')];
  return instance.users.filter(
    (user) =>
      (ids.length === 0 || ids.includes(user.id)) &&
      (emails.length === 0 || emails.includes(user.email)) &&
      (external.length === 0 || (user.externalId !== null && external.includes(user.externalId))),
  );
}
