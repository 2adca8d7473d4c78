import { resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { withoutSecrets } from '../database/address.js';
import { messageOf, openDatabase } from '../database/open.js';
import type { Database } from '../database/types.js';
import { exactCommand, plural } from '../import/preview.js';
import { writeLines } from '../line-file.js';
import { locateDatabase } from '../locate.js';
import { readIdMap, reversed, type IdPair } from './map-file.js';
import { prepare, type Prepared, type PrepareOptions } from './prepare.js';
import { objection, preview } from './preview.js';
import { CheckFailed, rewrite } from './run.js';
import { scriptLines } from './script.js';
import { mapTables } from './sql.js';
import { survey } from './survey.js';

export interface IdMapFlags extends PrepareOptions {
  readonly databaseUrl?: string;
  readonly dryRun?: boolean;
  readonly sql?: string;
  readonly rollback?: string;
  readonly yes?: boolean;
  readonly allowMissing?: boolean;
}

export interface IdMapOptions extends IdMapFlags {
  readonly cwd: string;
  /** The map. */
  readonly path: string;
  /** The command line, to say how it is done. */
  readonly args: readonly string[];
}

/** Where the way back is written if nobody says where. */
const ROLLBACK = 'id-map-rollback.sql';

/**
 * `users id-map`: rewrites the users' ids in the app's own database to Clerk's, or writes the SQL that does.
 * @returns the exit code: 0 done, 1 where the database gave out or a check failed (nothing is changed), 2 without a yes
 * @throws {BadInput} where it is refused
 */
export async function mapIds(options: IdMapOptions, output: Output): Promise<number> {
  const { cwd } = options;
  const pairs = await readIdMap(resolve(cwd, options.path));
  const located = await locateDatabase({
    app: '.',
    cwd,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  });
  const { address, schema } = located;
  output.err(located.notes.map((note) => `${note}\n`).join(''));
  if (address.kind === 'mongodb') {
    throw new BadInput('MongoDB has no foreign keys to go by: keep the ids, which are at Clerk as externalId');
  }
  const writes = options.dryRun !== true && options.sql === undefined;
  const database = await openDatabase(address, { writes });
  try {
    const prepared = await prepare(database, schema.hints, pairs, options);
    return await mapIn(database, prepared, pairs, options, output);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const reason = error instanceof CheckFailed ? `a check failed, ${error.message}` : messageOf(error);
    output.err(`the database was not changed: ${withoutSecrets(reason, address)}\n`);
    return 1;
  } finally {
    await database.close().catch(() => undefined);
  }
}

async function mapIn(
  database: Database,
  prepared: Prepared,
  pairs: readonly IdPair[],
  options: IdMapOptions,
  output: Output,
): Promise<number> {
  const { plan, others } = prepared;
  const steps = { everyUser: options.allowMissing !== true, selfUpdating: prepared.selfUpdating };
  for (const sql of mapTables(database.dialect, pairs)) await database.run(sql);
  const found = await database.transaction('read only', () => survey(database, plan, others));
  output.out(preview(found, pairs.length, plan.columns.length === 1));
  const problem = objection(found, plan.users.label, options.allowMissing === true);
  if (problem !== undefined) throw new BadInput(problem);
  if (options.dryRun === true) return 0;

  const isDirect = options.sql === undefined;
  if (isDirect && options.yes !== true && output.confirm === undefined) {
    output.err(`nothing was changed; to do it: ${exactCommand([...options.args, '--yes'])}\n`);
    return 2;
  }
  const rows = found.columns.reduce((sum, { rewritten }) => sum + rewritten, 0);
  const question = `Rewrite ${plural(rows, 'id')} in ${database.shown}?`;
  if (isDirect && options.yes !== true && !(await output.confirm!(question))) return 2;

  const rollback = options.rollback ?? (isDirect ? ROLLBACK : undefined);
  if (rollback !== undefined) {
    const back = scriptLines(database.dialect, plan, reversed(pairs), 'Gives the users their former ids back', {
      ...steps,
      everyUser: false,
    });
    save(options.cwd, rollback, back);
    output.out(`${rollback} takes the rewrite back\n`);
  }
  if (options.sql !== undefined) {
    const title = 'Rewrites the ids of the users to those that they have at Clerk';
    save(options.cwd, options.sql, scriptLines(database.dialect, plan, pairs, title, steps));
    output.out(`${options.sql} does the rewrite; the database was not changed\n`);
    return 0;
  }
  await rewrite(database, plan, { ...steps, size: pairs.length });
  output.out(`${plural(rows, 'id')} rewritten in ${plural(plan.columns.length, 'column')}; all checks hold\n`);
  return 0;
}

/** @throws {BadInput} where the file can't be written */
function save(cwd: string, file: string, lines: Iterable<string>): void {
  try {
    writeLines(resolve(cwd, file), 0o600, lines);
  } catch (error) {
    throw new BadInput(`${file} can’t be written, and nothing was changed: ${messageOf(error)}`);
  }
}
