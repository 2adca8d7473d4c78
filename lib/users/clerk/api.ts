import { Refused } from './errors.js';
import type { Http } from './http.js';
import type { ClerkInstance, ClerkUser, IdentifierKind } from './types.js';

/** Clerk takes so many values in a filter (@clerk/backend, `UserListParams`). */
export const BATCH = 100;
/** An address of a request that is much longer is refused on its way. */
const MAX_QUERY = 6000;
/** The largest page. */
const PAGE = 500;

/** The calls of Clerk's Backend API that moving users takes. */
export class ClerkApi {
  constructor(readonly http: Http) {}

  /** Short patience: without a network at the start nothing has begun. */
  instance(): Promise<ClerkInstance> {
    return this.http.send({ method: 'GET', path: '/instance', repeatable: true, patienceMs: 2000 });
  }

  /** The users that have one of these values. Filters may find more than what was asked for: compare. */
  async find(kind: IdentifierKind, values: readonly string[]): Promise<ClerkUser[]> {
    const found: ClerkUser[] = [];
    for (const batch of batches(values.map((value) => filterOf(kind, value)))) found.push(...(await this.#list(batch)));
    return found;
  }

  async #list(filters: readonly string[]): Promise<ClerkUser[]> {
    const found: ClerkUser[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const query = [`limit=${PAGE}`, `offset=${offset}`, 'order_by=%2Bcreated_at', ...filters].join('&');
      const page = await this.http.send<ClerkUser[]>({ method: 'GET', path: `/users?${query}`, repeatable: true });
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  }

  /** The user with this externalId. */
  async byExternalId(externalId: string): Promise<ClerkUser | undefined> {
    return (await this.find('external_id', [externalId])).find((user) => user.external_id === externalId);
  }

  /** Not repeatable: a second one would find the first one's address taken. */
  createUser(body: Readonly<Record<string, unknown>>): Promise<ClerkUser> {
    return this.http.send({ method: 'POST', path: '/users', body, repeatable: false });
  }

  updateUser(id: string, body: Readonly<Record<string, unknown>>): Promise<ClerkUser> {
    return this.http.send({ method: 'PATCH', path: `/users/${encodeURIComponent(id)}`, body, repeatable: true });
  }

  /** Merges: keys that are not named stay. */
  mergeMetadata(id: string, body: Readonly<Record<string, unknown>>): Promise<ClerkUser> {
    return this.http.send({
      method: 'PATCH',
      path: `/users/${encodeURIComponent(id)}/metadata`,
      body,
      repeatable: true,
    });
  }

  async user(id: string): Promise<ClerkUser | undefined> {
    try {
      return await this.http.send<ClerkUser>({
        method: 'GET',
        path: `/users/${encodeURIComponent(id)}`,
        repeatable: true,
      });
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    }
  }

  /** @returns false where there was no such user any more */
  async deleteUser(id: string): Promise<boolean> {
    try {
      await this.http.send({ method: 'DELETE', path: `/users/${encodeURIComponent(id)}`, repeatable: true });
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return false;
      throw error;
    }
  }

  async addEmail(userId: string, address: string, verified: boolean): Promise<void> {
    const body = { user_id: userId, email_address: address, verified, primary: false };
    await this.http.send({ method: 'POST', path: '/email_addresses', body, repeatable: false });
  }

  async addPhone(userId: string, number: string, verified: boolean): Promise<void> {
    const body = { user_id: userId, phone_number: number, verified, primary: false };
    await this.http.send({ method: 'POST', path: '/phone_numbers', body, repeatable: false });
  }

  /** Marks an address of a user as verified. */
  async verifyEmail(addressId: string): Promise<void> {
    const path = `/email_addresses/${encodeURIComponent(addressId)}`;
    await this.http.send({ method: 'PATCH', path, body: { verified: true }, repeatable: true });
  }

  async count(): Promise<number> {
    return (await this.http.send<{ total_count: number }>({ method: 'GET', path: '/users/count', repeatable: true }))
      .total_count;
  }
}

/** In the filter for externalIds a leading `+` or `-` would mean “include” and “exclude”. */
const filterOf = (kind: IdentifierKind, value: string): string =>
  `${kind}=${encodeURIComponent(kind === 'external_id' && /^[+-]/.test(value) ? `+${value}` : value)}`;

function* batches(filters: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let length = 0;
  for (const filter of filters) {
    if (batch.length === BATCH || (batch.length > 0 && length + filter.length > MAX_QUERY)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(filter);
    length += filter.length + 1;
  }
  if (batch.length > 0) yield batch;
}
