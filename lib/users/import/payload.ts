import { isVerified, type ClerkUser } from '../clerk/types.js';
import type { Identifier, UserRecord } from '../record.js';
import type { Policy } from './policy.js';

type Body = Record<string, unknown>;

/**
 * The request that creates the user: names of `CreateUserParams` in @clerk/backend, with underscores. Addresses that
 * nobody verified are in it only as reserved; otherwise they come after, so that they are not verified for a moment.
 */
export function createBody(record: UserRecord, policy: Policy): Body {
  return {
    external_id: record.userId,
    ...identifiersIn('email_address', record.emails, policy),
    ...identifiersIn('phone_number', record.phones, policy),
    ...given('username', record.username),
    ...profile(record),
    ...given('totp_secret', record.totpSecret),
    ...metadata(record),
    ...given('created_at', record.createdAt),
    ...given('banned', record.banned),
    ...(record.password === undefined ? { skip_password_requirement: true } : {}),
    // They have been users all along; the app asks them when its terms change.
    skip_legal_checks: true,
  };
}

/** The parts of an update; each is a request of its own, and none where nothing differs. */
export interface Update {
  user: Body;
  metadata: Body;
  emails: readonly Identifier[];
  phones: readonly Identifier[];
  /** Ids of addresses that the file holds verified and Clerk does not. */
  verify: readonly string[];
}

/** What the user lacks of the record. Nothing that the record does not name is taken away. */
export function updateOf(record: UserRecord, user: ClerkUser): Update {
  const byAddress = new Map(user.email_addresses.map((one) => [one.email_address.toLowerCase(), one]));
  const numbers = new Set(user.phone_numbers.map((one) => one.phone_number));
  const wanted = { ...given('username', record.username), ...profile(record) };
  const differing = Object.entries(wanted).filter(([name, value]) => (user as unknown as Body)[name] !== value);
  return {
    // A digest can't be compared: it goes along whenever there is one.
    user: Object.fromEntries(differing),
    metadata: metadata(record),
    emails: record.emails.filter(({ value }) => !byAddress.has(value.toLowerCase())),
    phones: record.phones.filter(({ value }) => !numbers.has(value)),
    verify: record.emails.flatMap(({ value, verified }) => {
      const known = byAddress.get(value.toLowerCase());
      return verified && known !== undefined && !isVerified(known) ? [known.id] : [];
    }),
  };
}

/** The addresses and numbers that are to be attached to a user that was just created. */
export function missing(record: UserRecord, user: ClerkUser): Pick<Update, 'emails' | 'phones'> {
  const { emails, phones } = updateOf(record, user);
  return { emails, phones };
}

function identifiersIn(name: 'email_address' | 'phone_number', all: readonly Identifier[], policy: Policy): Body {
  const sent = policy.reserveUnverified ? all : all.filter(({ verified }) => verified);
  if (sent.length === 0) return {};
  const values = { [name]: sent.map(({ value }) => value) };
  if (sent.every(({ verified }) => verified)) return values;
  return {
    ...values,
    [`${name}_identification_status`]: sent.map(({ verified }) => (verified ? 'verified' : 'reserved')),
  };
}

function profile({ firstName, lastName, password }: UserRecord): Body {
  return {
    ...given('first_name', firstName),
    ...given('last_name', lastName),
    ...given('password_digest', password?.digest),
    ...given('password_hasher', password?.hasher),
  };
}

function metadata({ publicMetadata, privateMetadata, unsafeMetadata }: UserRecord): Body {
  return {
    ...given('public_metadata', publicMetadata),
    ...given('private_metadata', privateMetadata),
    ...given('unsafe_metadata', unsafeMetadata),
  };
}

const given = (name: string, value: unknown): Body => (value === undefined ? {} : { [name]: value });
