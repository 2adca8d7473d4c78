import { stringify } from 'csv-stringify/sync';
import type { UsersFormat } from './options.js';
import type { ExportedUser } from './record.js';

/** How a file of records is written: the text before, between and after them. */
export interface Writer {
  readonly head: string;
  record(user: ExportedUser, isFirst: boolean): string;
  readonly tail: string;
}

/** The columns of a CSV file. Objects are JSON in their cell, phone numbers stand there as they are; what is nothing is an empty cell. */
const CSV_COLUMNS = [
  'userId',
  'email',
  'emailVerified',
  'phone',
  'unverifiedPhoneNumbers',
  'username',
  'firstName',
  'lastName',
  'image',
  'createdAt',
  'updatedAt',
  'password',
  'passwordHasher',
  'banned',
  'publicMetadata',
  'privateMetadata',
  'unsafeMetadata',
  'accounts',
] as const satisfies readonly (keyof ExportedUser)[];

/** @param now when the export was made, for the format that says so */
export function writerOf(format: UsersFormat, now: Date, runId: string): Writer {
  if (format === 'ndjson') return { head: '', record: (user) => `${JSON.stringify(user)}\n`, tail: '' };
  if (format === 'csv') {
    return { head: `${CSV_COLUMNS.join(',')}\n`, record: (user) => csvLine(user), tail: '' };
  }
  if (format === 'json') return { head: '[', record: listItem, tail: '\n]\n' };
  const envelope = { clerkMigrate: 1, source: 'authjs', exportedAt: now.toISOString(), runId };
  return {
    head: `${JSON.stringify(envelope).slice(0, -1)},"users":[`,
    record: (user, isFirst) => listItem(forClerkMigrate(user), isFirst),
    tail: '\n]}\n',
  };
}

const listItem = (user: object, isFirst: boolean): string => `${isFirst ? '' : ','}\n${JSON.stringify(user)}`;

const csvLine = (user: ExportedUser): string =>
  stringify(
    [CSV_COLUMNS.map((column) => cell(column === 'unverifiedPhoneNumbers' ? user[column]?.join(',') : user[column]))],
    { record_delimiter: '\n' },
  );

const cell = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string);

/** `clerk migrate` has two fields where the guide has a flag, and none for images and linked accounts. */
function forClerkMigrate(user: ExportedUser): object {
  const { userId, email, emailVerified, ...rest } = user;
  for (const field of ['image', 'updatedAt', 'accounts'] as const) delete rest[field];
  if (email === undefined) return { userId, ...rest };
  return emailVerified === null ? { userId, unverifiedEmailAddresses: [email], ...rest } : { userId, email, ...rest };
}
