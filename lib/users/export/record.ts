import { splitName } from '../names.js';
import type { Row } from '../database/types.js';
import type { AccountField, UserField } from '../schema/fields.js';
import { readDigest } from './digests.js';
import type { Mapping } from './options.js';
import { proofOf, type Proof } from './verification.js';
import { toDate, toFlag, toJson, toText } from './values.js';

/** A record of a users file, in the order of its fields. `null` says: known to be nothing. */
export interface ExportedUser {
  userId: string;
  email?: string;
  /** When it was verified, or true where a provider answers for it or the column says no more; null where nobody does. */
  emailVerified?: string | true | null;
  /** Counts as verified. */
  phone?: string;
  unverifiedPhoneNumbers?: string[];
  username?: string;
  firstName?: string;
  lastName?: string;
  image?: string;
  createdAt?: string;
  updatedAt?: string;
  password?: string;
  passwordHasher?: string;
  banned?: boolean;
  publicMetadata?: Record<string, unknown>;
  privateMetadata?: Record<string, unknown>;
  unsafeMetadata?: Record<string, unknown>;
  accounts?: { provider: string; providerAccountId: string }[];
}

/** What a record is made of: where the fields are in a row. */
export interface RowPlan {
  readonly user: Readonly<Partial<Record<UserField, string>>> & { readonly id: string };
  readonly account: Readonly<Partial<Record<AccountField, string>>>;
  /** The columns that may hold the digest of the password; the first one that does is it. */
  readonly passwords: readonly string[];
  /** Whether a salt stands in a column of its own: a bare MD5 or SHA-256 is then none of the password alone. */
  readonly hasSaltColumn: boolean;
  readonly mappings: readonly Mapping[];
  readonly trustEmails: boolean;
}

/** What was found out about a user beside the record. */
export interface Remarks {
  readonly proof: Proof | 'trusted' | undefined;
  /** What the password column holds that Clerk can't use. */
  readonly unusable: string | undefined;
}

/** A user's row and the rows of their linked accounts → the record. */
export function toRecord(
  user: Row,
  accounts: readonly Row[],
  plan: RowPlan,
): { record: ExportedUser; remarks: Remarks } {
  const value = (field: UserField) => (plan.user[field] === undefined ? undefined : user[plan.user[field]]);
  const linked = accounts.map((row) => ({
    provider: toText(row[plan.account.provider ?? '']) ?? '',
    providerAccountId: toText(row[plan.account.providerAccountId ?? '']) ?? '',
    idToken: plan.account.idToken === undefined ? undefined : toText(row[plan.account.idToken]),
  }));
  const stored = plan.passwords.map((column) => toText(user[column])).find((text) => text !== undefined);
  const digest = stored === undefined ? undefined : readDigest(stored);
  const isBare = digest !== undefined && 'hasher' in digest && /^(?:md5|sha256)$/.test(digest.hasher);
  const password = digest === undefined || 'unusable' in digest || (isBare && plan.hasSaltColumn) ? undefined : digest;
  const email = toText(value('email'));
  const proof =
    email === undefined
      ? undefined
      : (proofOf(email, value('emailVerified'), linked, stored !== undefined) ??
        (plan.trustEmails ? ('trusted' as const) : undefined));
  const names = namesOf(toText(value('firstName')), toText(value('lastName')), toText(value('name')));
  const record: ExportedUser = { userId: toText(user[plan.user.id]) ?? '' };
  const set = <Field extends keyof ExportedUser>(field: Field, given: ExportedUser[Field] | undefined): void => {
    if (given !== undefined) record[field] = given;
  };
  set('email', email);
  if (email !== undefined) set('emailVerified', proof === undefined ? null : (toDate(value('emailVerified')) ?? true));
  set('firstName', names.firstName);
  set('lastName', names.lastName);
  set('image', toText(value('image')));
  set('createdAt', toDate(value('createdAt')) ?? bornWith(user[plan.user.id]));
  set('updatedAt', toDate(value('updatedAt')));
  set('password', password?.digest);
  set('passwordHasher', password?.hasher);
  for (const mapping of plan.mappings) applyMapping(record, mapping, user[mapping.column]);
  if (linked.length > 0) {
    record.accounts = linked.map(({ provider, providerAccountId }) => ({ provider, providerAccountId }));
  }
  const unusable =
    digest !== undefined && 'unusable' in digest
      ? digest.unusable
      : isBare && password === undefined
        ? 'a hash whose salt is in a column of its own'
        : undefined;
  return { record, remarks: { proof, unusable } };
}

/** The app's own columns for the parts of a name are better than a split. */
function namesOf(firstName: string | undefined, lastName: string | undefined, name: string | undefined) {
  return firstName === undefined && lastName === undefined ? splitName(name ?? '') : { firstName, lastName };
}

/** A MongoDB id holds the second in which it was made. */
const bornWith = (id: unknown): string | undefined =>
  typeof id === 'object' && id !== null && 'getTimestamp' in id && typeof id.getTimestamp === 'function'
    ? toDate((id.getTimestamp as () => Date)())
    : undefined;

function applyMapping(record: ExportedUser, mapping: Mapping, value: unknown): void {
  if (value === null || value === undefined) return;
  if ('metadata' in mapping) {
    const place = (record[mapping.metadata] ??= {});
    let inner: Record<string, unknown> = place;
    for (const name of mapping.path.slice(0, -1)) inner = (inner[name] ??= {}) as Record<string, unknown>;
    inner[mapping.path.at(-1)!] = toJson(value);
    return;
  }
  if (mapping.field === 'createdAt') record.createdAt = toDate(value) ?? record.createdAt!;
  else if (mapping.field === 'banned') record.banned = toFlag(value);
  else if (mapping.field !== 'password') {
    const text = toText(value);
    if (text === undefined) return;
    if (mapping.field === 'unverifiedPhone') record.unverifiedPhoneNumbers = [text];
    else record[mapping.field] = text;
  }
}
