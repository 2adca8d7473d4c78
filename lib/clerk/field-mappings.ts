/** Where a field of the app's own is read from, as a config says. */
export interface FieldMapping {
  /** A property of Clerk's user, or of its metadata: `publicMetadata.company`. */
  readonly from: string;
  /** The type that the value is taken for, in TypeScript: metadata are `unknown` unless the app declares them. */
  readonly type?: string;
}

/** By the field's path in a session: `user.company`, or `company` for one of the session itself. */
export type FieldMappings = Readonly<Record<string, FieldMapping>>;

export const NO_MAPPINGS: FieldMappings = {};

/** What a mapped field is called where a session is followed: its path, told apart from Auth.js's own names. */
export type MappedName = `mapped:${string}`;

/** The name of the field at a path; undefined where no config says anything of it. */
export const mappedAt = (path: string, fields: FieldMappings): MappedName | undefined =>
  Object.hasOwn(fields, path) ? `mapped:${path}` : undefined;

export const isMappedName = (name: string): name is MappedName => name.startsWith('mapped:');

export const pathOf = (name: MappedName): string => name.slice('mapped:'.length);

/** Properties that `User` (server) and `UserResource` (client) have alike, each `string | null`. */
const PROPERTIES: readonly string[] = ['username', 'firstName', 'lastName', 'fullName', 'externalId'];
/** Metadata; the private ones are the server's alone. */
const METADATA = /^(?:public|unsafe|private)Metadata\.[A-Za-z_$][\w$]*$/;
/** What Auth.js has itself: the command knows where Clerk has it, and an app's ids are chosen by --user-ids. */
const TAKEN = /^(?:user|expires|user\.(?:id|name|email|image))$/;
const FIELD = /^(?:user\.)?[A-Za-z_$][\w$]*$/;

/** What a mapping has to be, as the end of a sentence. */
export const MAPPING_SAYS = `an object of user.<field> or <field>, none of Auth.js’s own, each with { from } and perhaps { type }, texts both, where from is publicMetadata.<name>, unsafeMetadata.<name>, privateMetadata.<name>, ${PROPERTIES.slice(0, -1).join(', ')} or ${PROPERTIES.at(-1)}`;

export const isMapping = (value: unknown): value is FieldMappings =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value as Record<string, Partial<Record<string, unknown>> | null>).every(
    ([field, each]) =>
      FIELD.test(field) &&
      !TAKEN.test(field) &&
      typeof each?.['from'] === 'string' &&
      (PROPERTIES.includes(each['from']) || METADATA.test(each['from'])) &&
      (each['type'] === undefined || typeof each['type'] === 'string') &&
      Object.keys(each).every((key) => key === 'from' || key === 'type'),
  );

/** Whether the browser can't read it. */
export const isPrivate = ({ from }: FieldMapping): boolean => from.startsWith('privateMetadata.');
