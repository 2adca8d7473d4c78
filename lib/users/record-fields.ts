/**
 * The fields of a record in a users file: the names of Clerk's guide and of `clerk migrate`, and what a database makes of
 * them. PostgreSQL folds names without quotes to lower case, an ORM may write them with underscores: case and underscores
 * do not count.
 */
export const SENT_FIELDS = [
  'userId',
  'email',
  'emailVerified',
  'emailAddresses',
  'unverifiedEmailAddresses',
  'phone',
  'phoneNumbers',
  'unverifiedPhoneNumbers',
  'username',
  'firstName',
  'lastName',
  'name',
  'password',
  'passwordHasher',
  'totpSecret',
  'publicMetadata',
  'privateMetadata',
  'unsafeMetadata',
  'createdAt',
  'banned',
] as const;

export type SentField = (typeof SENT_FIELDS)[number];

/** What an export may hold and Clerk's API takes no value for: it is no mistake, and is not sent. */
export const KEPT_FIELDS = ['image', 'accounts', 'updatedAt'] as const;

/** Other names, in lower case and without underscores. */
const ALIASES: Readonly<Record<string, SentField>> = {
  id: 'userId',
  externalid: 'userId',
  emailaddress: 'email',
  phonenumber: 'phone',
  fullname: 'name',
  passworddigest: 'password',
  passwordhash: 'password',
};

const fold = (name: string): string => name.replace(/[_\s-]/g, '').toLowerCase();

const BY_FOLDED = new Map<string, SentField | (typeof KEPT_FIELDS)[number]>([
  ...[...SENT_FIELDS, ...KEPT_FIELDS].map((field) => [fold(field), field] as const),
  ...Object.entries(ALIASES),
]);

/** A record by the names of {@link SENT_FIELDS}, and what had another name. */
export interface NamedFields {
  fields: Partial<Record<SentField, unknown>>;
  /** Names that mean nothing here, as they were written. */
  unknown: string[];
  /** Fields that were given twice under different names, with different values. */
  doubled: SentField[];
}

/** Sorts the fields of a record. The exact name comes before another one for the same field. */
export function nameFields(input: Readonly<Record<string, unknown>>): NamedFields {
  const fields: Partial<Record<SentField, unknown>> = {};
  const exact = new Set<SentField>();
  const result: NamedFields = { fields, unknown: [], doubled: [] };
  for (const [name, value] of Object.entries(input)) {
    const field = BY_FOLDED.get(fold(name));
    if (field === undefined) result.unknown.push(name);
    else if (isSent(field)) {
      const isAlias = Object.hasOwn(ALIASES, fold(name));
      const known = fields[field];
      // A row may have an id of its own beside the user's: only the same field written twice is a contradiction.
      if (field in fields && !isAlias && exact.has(field) && known !== value) result.doubled.push(field);
      if (!(field in fields) || (!isAlias && !exact.has(field))) fields[field] = value;
      if (!isAlias) exact.add(field);
    }
  }
  return result;
}

const isSent = (field: string): field is SentField => (SENT_FIELDS as readonly string[]).includes(field);
