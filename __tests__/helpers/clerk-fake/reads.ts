import { failure, type Answer } from './answers.js';
import type { FakeUser, Store } from './store.js';

const MAX_VALUES = 100;
const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 10;

/**
 * `GET /users`. At most 100 values a filter, 10 users a page unless asked, at most 500 (@clerk/backend, `UserListParams`).
 * In the filter for externalIds a leading `+` includes and `-` excludes. Filters are joined by “and”.
 */
export function listUsers(store: Store, query: URLSearchParams): Answer {
  const filters = ['external_id', 'email_address', 'phone_number', 'username', 'user_id'].map((name) => ({
    name,
    values: query.getAll(name),
  }));
  const long = filters.find(({ values }) => values.length > MAX_VALUES);
  if (long !== undefined) return failure(422, 'form_param_exceeds_allowed_size', 'too many values', long.name);
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  if (!(limit >= 1 && limit <= MAX_LIMIT)) return failure(422, 'form_param_value_invalid', 'limit', 'limit');
  const offset = Number(query.get('offset') ?? 0);
  const found = filters
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => values.flatMap((value) => lookUp(store, name, value)))
    .reduce<FakeUser[] | undefined>(
      (all, some) => (all === undefined ? some : all.filter((user) => some.includes(user))),
      undefined,
    );
  const users = [...new Set(found ?? store.users.values())];
  return { status: 200, body: users.slice(offset, offset + limit) };
}

function lookUp(store: Store, name: string, value: string): FakeUser[] {
  const found = FINDERS[name]?.(store, value);
  return found === undefined ? [] : [found];
}

const FINDERS: Readonly<Record<string, (store: Store, value: string) => FakeUser | undefined>> = {
  external_id: (store, value) => (value.startsWith('-') ? undefined : store.byExternalId.get(value.replace(/^\+/, ''))),
  email_address: (store, value) => store.byEmail.get(value.toLowerCase()),
  phone_number: (store, value) => store.byPhone.get(value),
  username: (store, value) => store.byUsername.get(value.toLowerCase()),
  user_id: (store, value) => store.users.get(value),
};
