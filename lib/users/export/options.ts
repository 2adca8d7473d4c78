import { nearest } from '../../nearest.js';
import { BadInput } from '../../project/types.js';

/** What `users export` takes on the command line. */
export interface ExportFlags {
  readonly databaseUrl?: string;
  readonly out?: string;
  readonly format: string;
  readonly map: readonly string[];
  readonly trustEmails?: true;
  readonly usersTable?: string;
  readonly accountsTable?: string;
}

/** The formats of a users file, and the name that a file of each gets. */
export const FORMATS = {
  json: 'users.json',
  ndjson: 'users.ndjson',
  csv: 'users.csv',
  'clerk-migrate': 'users.json',
} as const;

export type UsersFormat = keyof typeof FORMATS;

/** @throws {BadInput} for a format that there is not */
export function formatNamed(name: string): UsersFormat {
  const names = Object.keys(FORMATS) as UsersFormat[];
  const found = names.find((format) => format === name);
  if (found !== undefined) return found;
  const near = nearest(name, names);
  throw new BadInput(
    `there is no format “${name}”${near === undefined ? '' : `, did you mean ${near}?`}: use json, ndjson, csv or clerk-migrate`,
  );
}

/** Fields of a record, other than metadata, that a column can be mapped to. */
const TARGETS = [
  'username',
  'firstName',
  'lastName',
  'phone',
  'unverifiedPhone',
  'createdAt',
  'password',
  'banned',
] as const;
const METADATA = ['publicMetadata', 'privateMetadata', 'unsafeMetadata'] as const;

export type Target = (typeof TARGETS)[number];
export type Metadata = (typeof METADATA)[number];

/** Where a column of the app's own goes: a field, or a place in metadata. */
export type Mapping =
  | { readonly column: string; readonly field: Target }
  | { readonly column: string; readonly metadata: Metadata; readonly path: readonly string[] };

/**
 * Reads `column=publicMetadata.field` and `column=field`.
 * @throws {BadInput} for what is neither, and where two columns go to one place
 */
export function readMappings(given: readonly string[]): Mapping[] {
  const taken = new Set<string>();
  return given.map((text) => {
    const [, column, place] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
    if (!column || !place) throw new BadInput(`--map ${text} is no column=field: write --map role=publicMetadata.role`);
    for (const other of taken) {
      if (other === place || other.startsWith(`${place}.`) || place.startsWith(`${other}.`)) {
        throw new BadInput(`--map ${text}: ${other} already gets a column, and a place takes one`);
      }
    }
    taken.add(place);
    return mappingTo(column, place, text);
  });
}

function mappingTo(column: string, place: string, text: string): Mapping {
  const field = TARGETS.find((target) => target === place);
  if (field !== undefined) return { column, field };
  const [head, ...path] = place.split('.');
  const metadata = METADATA.find((name) => name === head);
  if (metadata === undefined || path.length === 0 || path.some((name) => name === '' || name === '__proto__')) {
    throw new BadInput(
      `--map ${text}: “${place}” is no field of a record, use publicMetadata.<name>, privateMetadata.<name>, unsafeMetadata.<name>, ${TARGETS.join(', ')}`,
    );
  }
  return { column, metadata, path };
}
