import { failure, type Answer, type Body } from './answers.js';
import { settingOf, type Attribute } from './environment.js';
import { blank, type FakeUser, type Status, type Store } from './store.js';

/** The names of `CreateUserParams`, with underscores; Clerk refuses what it does not know (clerk/migration-script#24). */
const CREATE_PARAMS = new Set([
  'external_id',
  'email_address',
  'email_address_identification_status',
  'phone_number',
  'phone_number_identification_status',
  'username',
  'password',
  'first_name',
  'last_name',
  'locale',
  'timezone',
  'skip_password_checks',
  'skip_password_requirement',
  'skip_legal_checks',
  'legal_accepted_at',
  'totp_secret',
  'backup_codes',
  'created_at',
  'banned',
  'locked',
  'public_metadata',
  'private_metadata',
  'unsafe_metadata',
  'password_digest',
  'password_hasher',
]);

const GIVEN: readonly (readonly [Attribute, string])[] = [
  ['email_address', 'email_address'],
  ['phone_number', 'phone_number'],
  ['username', 'username'],
  ['first_name', 'first_name'],
  ['last_name', 'last_name'],
  ['password', 'password_digest'],
];

/** `POST /users`: all or nothing. The codes are those that Clerk's documentation of errors lists. */
export function createUser(store: Store, body: Body): Answer {
  const unknown = Object.keys(body).find((name) => !CREATE_PARAMS.has(name));
  if (unknown !== undefined) return failure(422, 'form_param_unknown', `${unknown} is not a valid parameter`, unknown);
  const refusal = wanted(store, body) ?? taken(store, body) ?? malformed(body);
  if (refusal !== undefined) return refusal;
  const user = blank(store.id('user'));
  user.external_id = textOf(body['external_id']) ?? null;
  user.username = textOf(body['username']) ?? null;
  user.first_name = textOf(body['first_name']) ?? null;
  user.last_name = textOf(body['last_name']) ?? null;
  user.password_enabled = body['password_digest'] !== undefined;
  user.totp_enabled = body['totp_secret'] !== undefined;
  user.banned = body['banned'] === true;
  user.public_metadata = (body['public_metadata'] ?? {}) as FakeUser['public_metadata'];
  user.private_metadata = (body['private_metadata'] ?? {}) as FakeUser['private_metadata'];
  user.unsafe_metadata = (body['unsafe_metadata'] ?? {}) as FakeUser['unsafe_metadata'];
  if (typeof body['created_at'] === 'string') user.created_at = Date.parse(body['created_at']);
  store.add(user);
  each(body, 'email_address', (address, status) => store.addEmail(user, address, status));
  each(body, 'phone_number', (number, status) => store.addPhone(user, number, status));
  return { status: 200, body: user };
}

/** What the instance's settings refuse. */
function wanted(store: Store, body: Body): Answer | undefined {
  for (const [attribute, param] of GIVEN) {
    const { enabled, required } = settingOf(store.attributes, attribute);
    if (!enabled && body[param] !== undefined)
      return failure(422, 'form_param_unknown', `${param} is not a valid parameter`, param);
    const isExcused = attribute === 'password' && body['skip_password_requirement'] === true;
    if (required && body[param] === undefined && !isExcused) return missing(param);
  }
  const identifiers = ['email_address', 'phone_number', 'username'];
  return identifiers.every((name) => body[name] === undefined) ? missing('email_address') : undefined;
}

const missing = (param: string): Answer => failure(422, 'form_data_missing', 'The form data is missing.', param);

function taken(store: Store, body: Body): Answer | undefined {
  const exists = (param: string): Answer =>
    failure(422, 'form_identifier_exists', `That ${param.replace('_', ' ')} is taken. Please try another.`, param);
  const id = textOf(body['external_id']);
  if (id !== undefined && store.byExternalId.has(id)) return exists('external_id');
  if (list(body['email_address']).some((address) => store.byEmail.has(address.toLowerCase())))
    return exists('email_address');
  if (list(body['phone_number']).some((number) => store.byPhone.has(number))) return exists('phone_number');
  const name = textOf(body['username']);
  return name !== undefined && store.byUsername.has(name.toLowerCase()) ? exists('username') : undefined;
}

function malformed(body: Body): Answer | undefined {
  const invalid = (param: string): Answer => failure(422, 'form_param_format_invalid', `${param} is invalid`, param);
  if (list(body['email_address']).some((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)))
    return invalid('email_address');
  for (const name of ['email_address', 'phone_number']) {
    const statuses = body[`${name}_identification_status`];
    if (statuses !== undefined && list(statuses).length !== list(body[name]).length)
      return invalid(`${name}_identification_status`);
  }
  if ((body['password_digest'] === undefined) !== (body['password_hasher'] === undefined))
    return missing('password_hasher');
  if (body['created_at'] !== undefined && Number.isNaN(Date.parse(String(body['created_at']))))
    return invalid('created_at');
  return undefined;
}

/** `PATCH /users/:id` */
export function patchUser(store: Store, user: FakeUser, body: Body): Answer {
  const id = textOf(body['external_id']);
  const name = textOf(body['username']);
  const holder =
    (id === undefined ? undefined : store.byExternalId.get(id)) ??
    (name === undefined ? undefined : store.byUsername.get(name.toLowerCase()));
  if (holder !== undefined && holder !== user)
    return failure(422, 'form_identifier_exists', 'That is taken.', 'external_id');
  if (id !== undefined) store.setExternalId(user, id);
  if (name !== undefined) store.setUsername(user, name);
  if (body['first_name'] !== undefined) user.first_name = textOf(body['first_name']) ?? null;
  if (body['last_name'] !== undefined) user.last_name = textOf(body['last_name']) ?? null;
  if (body['password_digest'] !== undefined) user.password_enabled = true;
  user.updated_at = Date.now();
  return { status: 200, body: user };
}

/** `PATCH /users/:id/metadata` */
export function patchMetadata(user: FakeUser, body: Body): Answer {
  for (const name of ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const) {
    if (body[name] !== undefined) user[name] = merged(user[name], body[name]) as typeof user.public_metadata;
  }
  return { status: 200, body: user };
}

/** `POST /email_addresses`, `POST /phone_numbers` */
export function attach(store: Store, kind: 'email' | 'phone', body: Body): Answer {
  const user = store.users.get(String(body['user_id']));
  if (user === undefined) return failure(404, 'resource_not_found', 'not found');
  const param = kind === 'email' ? 'email_address' : 'phone_number';
  const value = String(body[param]);
  const holders = kind === 'email' ? store.byEmail : store.byPhone;
  if (holders.has(value.toLowerCase())) {
    return failure(
      422,
      'form_identifier_exists',
      `That ${param.replace('_', ' ')} is taken. Please try another.`,
      param,
    );
  }
  const status: Status = body['verified'] === true ? 'verified' : 'unverified';
  return {
    status: 200,
    body: kind === 'email' ? store.addEmail(user, value, status) : store.addPhone(user, value, status),
  };
}

function each(
  body: Body,
  name: 'email_address' | 'phone_number',
  add: (value: string, status: Status) => unknown,
): void {
  const statuses = list(body[`${name}_identification_status`]);
  for (const [at, value] of list(body[name]).entries())
    add(value, statuses[at] === 'reserved' ? 'reserved' : 'verified');
}

function merged(old: unknown, change: unknown): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change;
  const result: Record<string, unknown> = { ...(typeof old === 'object' && old !== null ? (old as object) : {}) };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
