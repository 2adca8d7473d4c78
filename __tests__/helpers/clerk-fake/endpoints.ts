import { failure, type Answer, type Body, type Instance } from './answers.js';
import type { Store } from './store.js';
import { attach, createUser, patchMetadata, patchUser } from './writes.js';
import { listUsers } from './reads.js';

const ok = (body: unknown): Answer => ({ status: 200, body });

const USUAL_INSTANCE: Instance = { id: 'ins_fake', environment_type: 'production' };

/** What answers a request that got through. */
export const endpointOf =
  (store: Store, instance: Instance = USUAL_INSTANCE) =>
  (method: string, path: string, query: URLSearchParams, text: string): Answer => {
    const body = text === '' ? {} : (JSON.parse(text) as Body);
    const [, resource, id, part] = path.split('/');
    const user = resource === 'users' && id !== undefined && id !== 'count' ? store.users.get(id) : undefined;
    switch (
      `${method} /${resource}${id === undefined ? '' : id === 'count' ? '/count' : '/:id'}${part === undefined ? '' : `/${part}`}`
    ) {
      // `InstanceAPI.get`: the id and the kind of the instance, and no setting of it.
      case 'GET /instance':
        return ok({ object: 'instance', ...instance, allowed_origins: null });
      // `UserAPI.getUserList`: filters are lists, each value by itself; a bare array comes back.
      case 'GET /users':
        return listUsers(store, query);
      case 'GET /users/count':
        return ok({ object: 'total_count', total_count: store.users.size });
      // `UserAPI.createUser`
      case 'POST /users':
        return createUser(store, body);
      case 'GET /users/:id':
        return user === undefined ? NOT_FOUND : ok(user);
      // `UserAPI.updateUser`
      case 'PATCH /users/:id':
        return user === undefined ? NOT_FOUND : patchUser(store, user, body);
      // `UserAPI.updateUserMetadata`: a deep merge; null takes a key away.
      case 'PATCH /users/:id/metadata':
        return user === undefined ? NOT_FOUND : patchMetadata(user, body);
      // `UserAPI.deleteUser`: `DeletedObjectJSON`
      case 'DELETE /users/:id':
        if (user === undefined) return NOT_FOUND;
        store.remove(user);
        return ok({ object: 'user', id: user.id, deleted: true });
      // `EmailAddressAPI.createEmailAddress`, `PhoneNumberAPI.createPhoneNumber`: unverified unless it is said
      case 'POST /email_addresses':
      case 'POST /phone_numbers':
        return attach(store, resource === 'phone_numbers' ? 'phone' : 'email', body);
      // `EmailAddressAPI.updateEmailAddress`
      case 'PATCH /email_addresses/:id':
        return verifyEmail(store, id ?? '', body);
      default:
        return failure(404, 'resource_not_found', `the fake has no ${method} ${path}`);
    }
  };

const NOT_FOUND = failure(404, 'resource_not_found', 'not found');

function verifyEmail(store: Store, id: string, body: Body): Answer {
  for (const user of store.users.values()) {
    const email = user.email_addresses.find((one) => one.id === id);
    if (email === undefined) continue;
    if (body['verified'] === true) {
      email.verification = { ...email.verification, status: 'verified' } as typeof email.verification;
      store.note(email.email_address, 'verified');
    }
    return ok(email);
  }
  return NOT_FOUND;
}
