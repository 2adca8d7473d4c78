import { fullNameOf } from './people.js';
import type { FakeClient, FakeSession, Instance } from './instance.js';
import { userJson } from './user-json.js';

/** A client as the Frontend API answers it: the browser, and who is signed in there. */
export function clientJson(instance: Instance, { id, session, signIn }: FakeClient): object {
  return {
    object: 'client',
    id: `client_${id}`,
    sessions: session ? [sessionJson(instance, session)] : [],
    sign_in: signIn ? signInJson(signIn, {}) : null,
    sign_up: null,
    last_active_session_id: session?.id ?? null,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: true,
    created_at: instance.createdAt,
    updated_at: instance.createdAt,
  };
}

export function sessionJson(instance: Instance, session: FakeSession, status = 'active'): object {
  const { id, user } = session;
  const far = Date.now() + 7 * 24 * 3600 * 1000;
  return {
    object: 'session',
    id,
    status,
    factor_verification_age: [0, -1],
    expire_at: far,
    abandon_at: far,
    last_active_at: Date.now(),
    // clerk-js puts this token into `__session`, so it has to hold the same claims.
    last_active_token: { object: 'token', jwt: instance.token(session) },
    last_active_organization_id: null,
    actor: null,
    tasks: null,
    user: { ...userJson(user, instance.createdAt), passkeys: [], profile_image_id: '' },
    public_user_data: {
      user_id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      image_url: user.imageUrl ?? '',
      has_image: user.imageUrl !== undefined,
      identifier: user.email,
    },
    created_at: instance.createdAt,
    updated_at: instance.createdAt,
  };
}

/** A sign-in on its way; `own` is what sets its stage apart. */
export function signInJson({ id, user, strategy }: NonNullable<FakeClient['signIn']>, own: object): object {
  return {
    object: 'sign_in',
    id,
    status: 'needs_first_factor',
    supported_identifiers: ['email_address'],
    identifier: user?.email ?? null,
    user_data: user ? { first_name: user.firstName, last_name: user.lastName, image_url: '', has_image: false } : null,
    supported_first_factors: user ? [{ strategy: 'password' }] : [],
    supported_second_factors: [],
    first_factor_verification: { status: 'unverified', strategy },
    second_factor_verification: null,
    created_session_id: null,
    full_name: user ? fullNameOf(user) : null,
    ...own,
  };
}
