import { createHash } from 'node:crypto';
import { readEntries, type UsersFile } from '../read/index.js';
import { parseRecord, type Rejection, type UserRecord } from '../record.js';
import { KEPT_FIELDS } from '../record-fields.js';

/** What the whole file says, before anything else happens. */
export interface FirstPass {
  file: UsersFile;
  /** Hex. */
  sha256: string;
  /** Records in the file, good and bad. */
  total: number;
  /** By the record's number. */
  rejects: Map<number, Reject>;
  /** Fields that mean nothing to Clerk, as the file names them. */
  unknown: string[];
}

export interface Reject extends Rejection {
  userId?: string;
}

export interface NumberedRecord {
  number: number;
  record: UserRecord;
}

/**
 * Reads and checks the whole file. Of two records with the same id, address, number or username the first one is kept.
 * @throws {BadInput} where the file is damaged
 */
export async function firstPass(file: UsersFile): Promise<FirstPass> {
  const hash = createHash('sha256');
  const pass: FirstPass = { file, sha256: '', total: 0, rejects: new Map(), unknown: [] };
  const unknown = new Set<string>();
  const taken = new Taken();
  for await (const { number, input, broken } of readEntries(file, (chunk) => void hash.update(chunk))) {
    pass.total = number;
    const parsed = parseRecord(input);
    if (broken !== undefined) pass.rejects.set(number, broken);
    else if (!parsed.ok)
      pass.rejects.set(number, {
        ...parsed.rejection,
        ...(parsed.userId === undefined ? {} : { userId: parsed.userId }),
      });
    else {
      for (const name of parsed.unknown) if (unknown.size < 1000) unknown.add(name);
      const duplicate = taken.take(number, parsed.record);
      if (duplicate !== undefined) pass.rejects.set(number, { ...duplicate, userId: parsed.record.userId });
    }
  }
  return { ...pass, sha256: hash.digest('hex'), unknown: [...unknown] };
}

/** The good records of the file once more, in their order. */
export async function* goodRecords({ file, rejects }: FirstPass): AsyncGenerator<NumberedRecord> {
  for await (const { number, input } of readEntries(file)) {
    if (rejects.has(number)) continue;
    const parsed = parseRecord(input);
    if (parsed.ok) yield { number, record: parsed.record };
  }
}

/** The preview's line on what is not sent; none where all is. */
export function unsentLine(unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined;
  const shown = unknown.slice(0, 20).join(', ');
  return `not sent, since Clerk has no such fields: ${shown}${unknown.length > 20 ? ` and ${unknown.length - 20} more` : ''} (an export’s ${KEPT_FIELDS.join(', ')} neither)`;
}

/** Who has which id, address, number and username: of the file's records the first. */
class Taken {
  readonly #ids = new Map<string, number>();
  readonly #identifiers = new Map<string, number>();

  /** Notes the record's, unless one of them is taken. */
  take(number: number, record: UserRecord): Rejection | undefined {
    const first = this.#ids.get(record.userId);
    if (first !== undefined) return duplicate('userId', first);
    const mine = identifiersOf(record);
    for (const { what, key } of mine) {
      const other = this.#identifiers.get(key);
      if (other !== undefined) return duplicate(what, other);
    }
    this.#ids.set(record.userId, number);
    for (const { key } of mine) this.#identifiers.set(key, number);
    return undefined;
  }
}

const duplicate = (what: string, first: number): Rejection => ({
  code: 'duplicate_in_file',
  reason: `the same ${what} as in record ${first}, which is kept`,
});

function identifiersOf({ emails, phones, username }: UserRecord): { what: string; key: string }[] {
  return [
    ...emails.map(({ value }) => ({ what: 'email address', key: value.toLowerCase() })),
    ...phones.map(({ value }) => ({ what: 'phone number', key: value })),
    // No address and no number is spelled like this.
    ...(username === undefined ? [] : [{ what: 'username', key: `@ ${username.toLowerCase()}` }]),
  ];
}
