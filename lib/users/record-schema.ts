import { z } from 'zod';

/** Clerk keeps at most 8 KB in each kind of metadata (clerk.com/docs, user metadata). */
const METADATA_BYTES = 8192;

const text = (name: string, max: number) =>
  z
    .string(`${name} is no text`)
    .trim()
    .min(1, `${name} is empty`)
    .max(max, `${name} is longer than ${max} characters`)
    // oxlint-disable-next-line eslint/no-control-regex -- control characters are what is looked for
    .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), `${name} holds control characters`);

const email = z
  .string('an email address is no text')
  .trim()
  .max(254, 'an email address is longer than 254 characters')
  .pipe(z.email({ error: (issue) => `${shown(issue.input)} is no email address` }));

const phone = z
  .string('a phone number is no text')
  .trim()
  .transform((value) => value.replace(/[\s().-]/g, ''))
  .pipe(
    z.string().regex(/^\+[1-9]\d{6,14}$/, {
      error: (issue) => `${shown(issue.input)} is no phone number in international form (+15551234567)`,
    }),
  );

/** A list, or the text that a cell of a CSV file holds one as. */
const list = <T extends z.ZodType>(item: T, name: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[,;|\s]+/).filter(Boolean) : value),
    z.array(item, `${name} is no list`).max(100, `${name} has more than 100 entries`),
  );

const metadata = (name: string) =>
  z
    .record(z.string(), z.unknown(), `${name} is no object`)
    .refine(
      (value) => Buffer.byteLength(JSON.stringify(value)) <= METADATA_BYTES,
      `${name} is larger than the 8 KB that Clerk keeps`,
    );

/** When something was, from what JSON and databases write: ISO text, or milliseconds since 1970. */
const date = (name: string) =>
  z
    .union([z.string(), z.number()], `${name} is no date`)
    .transform((value) => new Date(typeof value === 'string' && /^\d{11,}$/.test(value) ? Number(value) : value))
    .refine((value) => !Number.isNaN(value.getTime()), `${name} is no date`)
    .refine((value) => Number.isNaN(value.getTime()) || value.getFullYear() >= 1970, `${name} is before 1970`)
    // A clock may be a little fast.
    .refine((value) => !(value.getTime() > Date.now() + 86_400_000), `${name} is in the future`);

const flag = (name: string) =>
  z.preprocess((value) => asFlag(value) ?? value, z.boolean(`${name} is neither true nor false`));

const nothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

/** The fields of a record, each by itself. What they have to do with each other is `record.ts`'s. */
export const FIELDS = z
  .object({
    // A number that JavaScript can't hold whole arrives as another one, and would lead to nobody's rows.
    userId: z.preprocess(
      (value) => (Number.isSafeInteger(value) ? String(value) : value),
      z
        .unknown()
        .refine(
          (value) => typeof value !== 'number',
          'userId is a number that JSON can’t hold exactly: write it as text',
        )
        .pipe(text('userId', 256)),
    ),
    email: nothing(email),
    // Absent counts as verified, as in the guide's format; null and false do not.
    emailVerified: z
      .preprocess(
        (value) => (value === '' ? false : (asFlag(value) ?? value)),
        z.union([z.boolean(), date('emailVerified')], 'emailVerified is neither a date nor true or false'),
      )
      .nullable()
      .optional(),
    emailAddresses: nothing(list(email, 'emailAddresses')),
    unverifiedEmailAddresses: nothing(list(email, 'unverifiedEmailAddresses')),
    phone: nothing(phone),
    phoneNumbers: nothing(list(phone, 'phoneNumbers')),
    unverifiedPhoneNumbers: nothing(list(phone, 'unverifiedPhoneNumbers')),
    username: nothing(text('username', 256)),
    firstName: nothing(text('firstName', 256)),
    lastName: nothing(text('lastName', 256)),
    name: nothing(text('name', 512)),
    password: nothing(text('password', 4096)),
    passwordHasher: nothing(text('passwordHasher', 64)),
    totpSecret: nothing(z.string('totpSecret is no text').regex(/^[A-Z2-7]{16,}=*$/i, 'totpSecret is no base32 text')),
    publicMetadata: nothing(metadata('publicMetadata')),
    privateMetadata: nothing(metadata('privateMetadata')),
    unsafeMetadata: nothing(metadata('unsafeMetadata')),
    createdAt: nothing(date('createdAt')),
    banned: nothing(flag('banned')),
  })
  // `userId: null` reads better than a type error.
  .partial({ userId: true });

export type Fields = z.infer<typeof FIELDS>;

/** `t` and `f` are PostgreSQL's in CSV, 1 and 0 MySQL's. */
function asFlag(value: unknown): boolean | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 1 || word === 'true' || word === 't' || word === '1') return true;
  if (word === false || word === 0 || word === 'false' || word === 'f' || word === '0') return false;
  return undefined;
}

/** A value of the file in a message: short, and in quotes. */
export const shown = (value: unknown): string => JSON.stringify(String(value).slice(0, 80));
