import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { withoutSecrets, type Address } from '../database/address.js';
import { findAddress } from '../database/find-address.js';
import { connected, messageOf } from '../database/open.js';
import { appVariables } from '../env.js';
import { findSchema, type FoundSchema } from '../schema/find.js';
import type { SchemaHints } from '../schema/hints.js';
import { WholeFile } from './file.js';
import { writerOf } from './formats.js';
import { FORMATS, formatNamed, readMappings, type ExportFlags } from './options.js';
import { planExport } from './plan.js';
import { toRecord } from './record.js';
import type { UserSource } from './source.js';
import { summarize, Tally } from './summary.js';

export interface ExportOptions extends ExportFlags {
  readonly app: string;
  readonly cwd: string;
}

/**
 * `users export`: reads the users in one transaction for reading, and writes them into a file, which is there whole or not at
 * all.
 * @returns the exit code: 0 done, 1 where the database or the disk gave out in the middle
 * @throws {BadInput} where nothing can be read or written: exit code 2
 */
export async function exportUsers(options: ExportOptions, output: Output): Promise<number> {
  const { cwd, databaseUrl, trustEmails = false } = options;
  const format = formatNamed(options.format);
  const mappings = readMappings(options.map);
  const app = resolve(cwd, options.app);
  if (!statSync(app, { throwIfNoEntry: false })?.isDirectory()) throw new BadInput(`there is no folder ${options.app}`);

  const schema = await findSchema(app);
  const env = appVariables([app, ...schema.folders]);
  const { address, origin } = findAddress(databaseUrl, schema.variables, env, [...schema.folders, cwd]);
  if (databaseUrl !== undefined && address.hasPassword) {
    output.err(
      'warning: other users of this machine see the password of --database-url in the list of processes; set DATABASE_URL instead\n',
    );
  }
  output.err(
    `reading ${address.shown} (${origin})${schema.hints ? `, names from ${relative(cwd, schema.hints.file)}` : ''}\n`,
  );

  const out = options.out ?? FORMATS[format];
  const file = new WholeFile(out, cwd);
  try {
    const lines = await withSource(address, schema, options, async (source) => {
      const plan = planExport(source, mappings, trustEmails);
      const writer = writerOf(format, new Date(), randomUUID());
      const tally = new Tally();
      file.write(writer.head);
      for await (const page of source.users(plan.columns)) {
        for (const { user, accounts } of page) {
          const { record, remarks } = toRecord(user, accounts, plan.rows);
          file.write(writer.record(record, tally.users === 0));
          tally.add(record, remarks);
        }
      }
      file.write(writer.tail);
      const hasAccounts = source.layout.accounts !== undefined;
      return summarize(tally, { file: out, trustEmails, hasAccounts, leftOut: plan.leftOut });
    });
    file.finish();
    output.out(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    file.discard();
    if (error instanceof BadInput) throw error;
    output.err(`nothing was written: ${withoutSecrets(messageOf(error), address)}\n`);
    return 1;
  }
}

/** Opens the database, does the work in one transaction for reading, and closes it. */
async function withSource<Result>(
  address: Address,
  { hints }: FoundSchema,
  flags: ExportFlags,
  work: (source: UserSource) => Promise<Result>,
): Promise<Result> {
  if (address.kind === 'mongodb') return withMongo(address, hints, flags, work);
  const { openDatabase } = await import('../database/open.js');
  const { sqlSource } = await import('./sql-source.js');
  const database = await openDatabase(address, { writes: false });
  try {
    return await database.transaction('read only', async () => work(await sqlSource(database, hints, flags)));
  } finally {
    await database.close().catch(() => undefined);
  }
}

async function withMongo<Result>(
  address: Address,
  hints: SchemaHints | undefined,
  flags: ExportFlags,
  work: (source: UserSource) => Promise<Result>,
): Promise<Result> {
  const { openMongo } = await import('../database/mongodb.js');
  const { mongoSource } = await import('./mongo-source.js');
  const store = await connected(address, () => openMongo(address));
  try {
    return await work(await mongoSource(store, hints, flags));
  } finally {
    await store.close().catch(() => undefined);
  }
}
