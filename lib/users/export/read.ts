import { connected, openDatabase } from '../database/open.js';
import type { LocatedDatabase } from '../locate.js';
import type { GivenTables } from '../schema/layout.js';
import type { Mapping } from './options.js';
import { planExport } from './plan.js';
import { toRecord, type ExportedUser, type Remarks } from './record.js';
import type { UserSource } from './source.js';

export interface ReadOptions extends GivenTables {
  readonly mappings: readonly Mapping[];
  readonly trustEmails: boolean;
}

/** The users of a database as records. */
export interface Records {
  /** Page by page, in the order of their ids; can be gone through once. */
  readonly pages: AsyncIterable<readonly { record: ExportedUser; remarks: Remarks }[]>;
  /** Whether there is a table of linked accounts. */
  readonly hasAccounts: boolean;
  /** Columns of the app's own that no mapping carries. */
  readonly leftOut: readonly string[];
}

/**
 * Opens the database, does the work in one transaction for reading, and closes it.
 * @throws {BadInput} where it can't be opened, or has no table of users; what the work throws; the driver's own error
 */
export async function withRecords<Result>(
  located: LocatedDatabase,
  options: ReadOptions,
  work: (records: Records) => Promise<Result>,
): Promise<Result> {
  return withSource(located, options, (source) => {
    const plan = planExport(source, options.mappings, options.trustEmails);
    const pages = async function* () {
      for await (const page of source.users(plan.columns)) {
        yield page.map(({ user, accounts }) => toRecord(user, accounts, plan.rows));
      }
    };
    return work({ pages: pages(), hasAccounts: source.layout.accounts !== undefined, leftOut: plan.leftOut });
  });
}

async function withSource<Result>(
  { address, schema: { hints } }: LocatedDatabase,
  given: GivenTables,
  work: (source: UserSource) => Promise<Result>,
): Promise<Result> {
  if (address.kind === 'mongodb') {
    const { openMongo } = await import('../database/mongodb.js');
    const { mongoSource } = await import('./mongo-source.js');
    const store = await connected(address, () => openMongo(address));
    try {
      return await work(await mongoSource(store, hints, given));
    } finally {
      await store.close().catch(() => undefined);
    }
  }
  const { sqlSource } = await import('./sql-source.js');
  const database = await openDatabase(address, { writes: false });
  try {
    return await database.transaction('read only', async () => work(await sqlSource(database, hints, given)));
  } finally {
    await database.close().catch(() => undefined);
  }
}
