import { fitsHasher, resolveHasher } from './hashers.js';
import { splitName } from './names.js';
import { nameFields } from './record-fields.js';
import { FIELDS, shown, type Fields } from './record-schema.js';

/** An address or a number of a user, and whether it is known to be theirs. */
export interface Identifier {
  value: string;
  verified: boolean;
}

/** A user as read from a file: checked, and by one name for each thing. */
export interface UserRecord {
  /** The id in the app's database; it becomes Clerk's `externalId`. */
  userId: string;
  /** Verified ones first: the first one that Clerk gets becomes the primary address. */
  emails: Identifier[];
  phones: Identifier[];
  username?: string;
  firstName?: string;
  lastName?: string;
  password?: { digest: string; hasher: string };
  totpSecret?: string;
  publicMetadata?: Record<string, unknown>;
  privateMetadata?: Record<string, unknown>;
  unsafeMetadata?: Record<string, unknown>;
  /** ISO 8601. */
  createdAt?: string;
  banned?: boolean;
}

/** Why a record can't be imported. The reason holds no digest: it is printed. */
export interface Rejection {
  code: string;
  reason: string;
}

export type Parsed =
  { ok: true; record: UserRecord; unknown: readonly string[] } | { ok: false; userId?: string; rejection: Rejection };

/**
 * Checks one record of a users file.
 * @param input what the file holds there, as JSON
 * @returns the record, or all that is wrong with it in one reason; the code is the first one's
 */
export function parseRecord(input: unknown): Parsed {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, rejection: { code: 'not_an_object', reason: 'it is no object with fields' } };
  }
  const { fields, unknown, doubled } = nameFields(input as Record<string, unknown>);
  const userId = typeof fields.userId === 'string' || typeof fields.userId === 'number' ? String(fields.userId) : '';
  const refuse = (problems: readonly Rejection[]): Parsed => ({
    ok: false,
    ...(userId === '' ? {} : { userId }),
    rejection: { code: problems[0]!.code, reason: [...new Set(problems.map(({ reason }) => reason))].join('; ') },
  });
  const given = { ...fields, ...(fields.userId === null || fields.userId === '' ? { userId: undefined } : {}) };
  const checked = FIELDS.safeParse(given);
  const problems: Rejection[] = doubled.map((field) => ({
    code: 'contradiction',
    reason: `${field} is given twice, with different values`,
  }));
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      problems.push({ code: `invalid_${snake(String(issue.path[0] ?? 'record'))}`, reason: issue.message });
    }
    return refuse(problems);
  }
  problems.push(...inconsistencies(checked.data));
  if (problems.length > 0) return refuse(problems);
  return { ok: true, record: toRecord(checked.data), unknown };
}

/** What no field shows by itself. */
function inconsistencies(fields: Fields): Rejection[] {
  const problems: Rejection[] = [];
  const { password, passwordHasher } = fields;
  if (fields.userId === undefined) {
    problems.push({
      code: 'missing_user_id',
      reason: 'it has no userId: nothing would lead from the old rows to the new user',
    });
  }
  if (emailsOf(fields).length === 0 && phonesOf(fields).length === 0 && fields.username === undefined) {
    problems.push({
      code: 'no_identifier',
      reason: 'it has no email address, phone number or username: Clerk needs one of them',
    });
  }
  if (password !== undefined && passwordHasher === undefined) {
    problems.push({
      code: 'password_without_hasher',
      reason: 'it has a password and no passwordHasher: Clerk takes digests, and has to know how they were made',
    });
  }
  if (password !== undefined && passwordHasher !== undefined) {
    const hasher = resolveHasher(passwordHasher, password);
    if (hasher === undefined) {
      problems.push({
        code: 'unknown_hasher',
        reason: `Clerk has no hasher ${shown(passwordHasher)} for such a digest`,
      });
    } else if (!fitsHasher(hasher, password)) {
      problems.push({
        code: 'invalid_digest',
        reason: `the password has not the form of a digest that Clerk takes from ${hasher}`,
      });
    }
  }
  return problems;
}

function toRecord(fields: Fields): UserRecord {
  const { userId = '', password, passwordHasher, createdAt, email, emailVerified, name, ...rest } = fields;
  const split =
    rest.firstName === undefined && rest.lastName === undefined && name !== undefined ? splitName(name) : {};
  return defined({
    userId,
    emails: emailsOf({ ...rest, email, emailVerified }),
    phones: phonesOf(fields),
    username: rest.username,
    firstName: rest.firstName ?? split.firstName,
    lastName: rest.lastName ?? split.lastName,
    password:
      password === undefined
        ? undefined
        : { digest: password, hasher: resolveHasher(passwordHasher ?? '', password) ?? '' },
    totpSecret: rest.totpSecret,
    publicMetadata: rest.publicMetadata,
    privateMetadata: rest.privateMetadata,
    unsafeMetadata: rest.unsafeMetadata,
    createdAt: createdAt?.toISOString(),
    banned: rest.banned,
  }) as UserRecord;
}

function emailsOf(
  fields: Pick<Fields, 'email' | 'emailVerified' | 'emailAddresses' | 'unverifiedEmailAddresses'>,
): Identifier[] {
  const { email, emailVerified } = fields;
  const own = email === undefined ? [] : [email];
  const isVerified = emailVerified !== null && emailVerified !== false;
  return identifiers(
    [...(isVerified ? own : []), ...(fields.emailAddresses ?? [])],
    [...(isVerified ? [] : own), ...(fields.unverifiedEmailAddresses ?? [])],
  );
}

const phonesOf = ({ phone, phoneNumbers, unverifiedPhoneNumbers }: Fields): Identifier[] =>
  identifiers([...(phone === undefined ? [] : [phone]), ...(phoneNumbers ?? [])], unverifiedPhoneNumbers ?? []);

/** Each once. One that is in both lists is not verified: an address taken for verified lets somebody else in. */
function identifiers(verified: readonly string[], unverified: readonly string[]): Identifier[] {
  const doubtful = new Set(unverified.map((value) => value.toLowerCase()));
  const all = [
    ...verified.filter((value) => !doubtful.has(value.toLowerCase())).map((value) => ({ value, verified: true })),
    ...unverified.map((value) => ({ value, verified: false })),
  ];
  return all.filter(({ value }, at) => all.findIndex((one) => one.value.toLowerCase() === value.toLowerCase()) === at);
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
