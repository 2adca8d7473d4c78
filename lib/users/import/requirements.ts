import { networkReason } from '../clerk/errors.js';
import type { Rejection, UserRecord } from '../record.js';
import type { Policy } from './policy.js';

/** What an instance wants of its users, as far as it bears on an import. */
export interface Requirements {
  /** By Clerk's name of the attribute. */
  attributes: Partial<Record<Attribute, { enabled: boolean; required: boolean }>>;
}

type Attribute = 'email_address' | 'phone_number' | 'username' | 'first_name' | 'last_name' | 'password';

const TIMEOUT_MS = 10_000;

/**
 * The instance's settings, from the environment that its Frontend API gives to every browser. The Backend API has no
 * call that reads them.
 * @returns the reason where they can't be read; the import goes on, and Clerk decides record by record
 */
export async function readRequirements(frontendApi: string): Promise<Requirements | string> {
  // A development instance answers a POST (seen with clerk-js 6), a production instance a GET.
  for (const method of ['GET', 'POST']) {
    try {
      const response = await fetch(`${frontendApi}/v1/environment`, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      const attributes = response.ok ? attributesOf(text) : undefined;
      if (attributes !== undefined) return { attributes };
    } catch (error) {
      return networkReason(error);
    }
  }
  return 'its answer is not the one that browsers get';
}

function attributesOf(text: string): Requirements['attributes'] | undefined {
  try {
    const body = JSON.parse(text) as { user_settings?: { attributes?: Requirements['attributes'] } };
    return body.user_settings?.attributes;
  } catch {
    return undefined;
  }
}

/** Fields of a record by the attribute that has to be turned on for them. */
const GIVEN: readonly (readonly [Attribute, string, (record: UserRecord) => boolean])[] = [
  ['email_address', 'email addresses', ({ emails }) => emails.length > 0],
  ['phone_number', 'phone numbers', ({ phones }) => phones.length > 0],
  ['username', 'usernames', ({ username }) => username !== undefined],
  ['first_name', 'first names', ({ firstName }) => firstName !== undefined],
  ['last_name', 'last names', ({ lastName }) => lastName !== undefined],
  ['password', 'passwords', ({ password }) => password !== undefined],
];

/** Why the instance would refuse to create this user; undefined where it would not. */
export function unmet(record: UserRecord, { attributes }: Requirements, policy: Policy): Rejection | undefined {
  for (const [attribute, words, isGiven] of GIVEN) {
    const setting = attributes[attribute];
    if (setting === undefined) continue;
    if (isGiven(record) && !setting.enabled) {
      return {
        code: `${attribute}_not_enabled`,
        reason: `the instance has no ${words} turned on, and refuses users that bring any`,
      };
    }
    // A password that is missing is allowed for (skip_password_requirement).
    if (setting.required && attribute !== 'password' && !isSent(attribute, record, policy, isGiven)) {
      const isUnverified = attribute === 'email_address' && record.emails.length > 0;
      return {
        code: `${attribute}_required`,
        reason: `the instance requires ${words}, and the record has none${isUnverified ? ' that is verified' : ''}`,
      };
    }
  }
  return undefined;
}

/** Whether the request that creates the user carries it: unverified addresses come after, unless they are reserved. */
function isSent(
  attribute: Attribute,
  record: UserRecord,
  policy: Policy,
  isGiven: (record: UserRecord) => boolean,
): boolean {
  if (policy.reserveUnverified) return isGiven(record);
  if (attribute === 'email_address') return record.emails.some(({ verified }) => verified);
  if (attribute === 'phone_number') return record.phones.some(({ verified }) => verified);
  return isGiven(record);
}
