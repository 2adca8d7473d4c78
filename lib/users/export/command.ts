import { randomUUID } from 'node:crypto';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { withoutSecrets } from '../database/address.js';
import { messageOf } from '../database/open.js';
import { locateDatabase, type DatabaseOptions } from '../locate.js';
import { WholeFile } from './file.js';
import { writerOf } from './formats.js';
import { FORMATS, formatNamed, readMappings, type ExportFlags, type UsersFormat } from './options.js';
import { withRecords, type Records } from './read.js';
import { summarize, Tally } from './summary.js';

export type ExportOptions = ExportFlags & DatabaseOptions;

/** As a shell reports a process that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * `users export`: reads the users in one transaction for reading, and writes them into a file, which is there whole or not at
 * all.
 * @returns the exit code: 0 done, 1 where the database or the disk gave out in the middle
 * @throws {BadInput} where nothing can be read or written: exit code 2
 */
export async function exportUsers(options: ExportOptions, output: Output): Promise<number> {
  const format = formatNamed(options.format);
  const mappings = readMappings(options.map);
  const trustEmails = options.trustEmails ?? false;
  const located = await locateDatabase(options);
  output.err(located.notes.map((note) => `${note}\n`).join(''));

  const out = options.out ?? FORMATS[format];
  const file = new WholeFile(out, options.cwd);
  // What is half written may hold digests: it does not stay behind.
  const interrupt = (): void => {
    file.discard();
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const lines = await withRecords(located, { ...options, mappings, trustEmails }, async (records) => {
      const tally = await writeAll(records, file, format);
      const { hasAccounts, leftOut } = records;
      return summarize(tally, { file: out, trustEmails, hasAccounts, leftOut });
    });
    file.finish();
    output.out(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    file.discard();
    if (error instanceof BadInput) throw error;
    output.err(`nothing was written: ${withoutSecrets(messageOf(error), located.address)}\n`);
    return 1;
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
}

async function writeAll({ pages }: Records, file: WholeFile, format: UsersFormat): Promise<Tally> {
  const writer = writerOf(format, new Date(), randomUUID());
  const tally = new Tally();
  file.write(writer.head);
  for await (const page of pages) {
    for (const { record, remarks } of page) {
      file.write(writer.record(record, tally.users === 0));
      tally.add(record, remarks);
    }
  }
  file.write(writer.tail);
  return tally;
}
