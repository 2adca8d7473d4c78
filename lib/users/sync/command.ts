import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadInput } from '../../project/types.js';
import type { Output } from '../../runner/options.js';
import { asked } from '../clerk/asked.js';
import { connect } from '../clerk/settings.js';
import { messageOf } from '../database/open.js';
import { exportUsers } from '../export/command.js';
import { importFile, type ImportEnding, type ImportFlags } from '../import/command.js';
import { firstPass, goodRecords, type FirstPass } from '../import/first-pass.js';
import { JOURNAL_NAME } from '../import/journal-lines.js';
import { lock } from '../import/lock.js';
import { readJournal } from '../import/journal-reader.js';
import { plural } from '../import/preview.js';
import { countLine, ID_MAP_NAME, type Counts } from '../import/results.js';
import { LineFile, writeLines } from '../line-file.js';
import { openUsersFile, readEntries } from '../read/index.js';
import { findChanges } from './changes.js';
import { hashOf, readState, STATE_NAME, writeState, type SyncState } from './state.js';

export interface SyncFlags extends Omit<ImportFlags, 'onConflict' | 'resume' | 'format'> {
  readonly databaseUrl?: string;
  readonly map: readonly string[];
  readonly trustEmails?: true;
  readonly usersTable?: string;
  readonly accountsTable?: string;
}

export interface SyncOptions extends SyncFlags {
  readonly cwd: string;
  /** The app's folder. */
  readonly app: string;
  readonly args: readonly string[];
  readonly isAttended: boolean;
}

/** What the last sync did, below --out-dir: its journal, its errors. */
const FOLDER = 'users-sync';
const EXPORTED = 'users.ndjson';
const CHANGED = 'changes.ndjson';

/**
 * `users sync`: exports the database, and imports only who is new or changed since the last sync. The first one compares
 * with what Clerk has.
 * @returns the exit code
 * @throws {BadInput}
 */
export async function syncUsers(options: SyncOptions, output: Output): Promise<number> {
  const outDir = resolve(options.cwd, options.outDir);
  if (statSync(outDir, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BadInput(`--out-dir: there is no folder ${outDir}`);
  // Another sync would take this one's files away, and put aside the journal that it writes.
  const release = lock(join(outDir, STATE_NAME));
  const folder = join(outDir, FOLDER);
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    return await sync(options, outDir, folder, output);
  } finally {
    // They hold digests, and are made anew each time.
    for (const name of [EXPORTED, CHANGED]) rmSync(join(folder, name), { force: true });
    release();
  }
}

async function sync(options: SyncOptions, outDir: string, folder: string, output: Output): Promise<number> {
  const { api, instance } = await connect({ ...options, cwd: resolve(options.cwd, options.app) });
  const state = await readState(join(outDir, STATE_NAME), instance);
  const exported = join(folder, EXPORTED);
  const code = await exportUsers({ ...options, format: 'ndjson', out: exported }, output);
  if (code !== 0) return code;
  const pass = await firstPass(await openUsersFile(exported));
  const { numbers, gone } = await asked(() => findChanges(api, pass, state));
  output.out(`${plural(pass.total, 'user')} in the database, ${numbers.size} new or changed\n`);
  if (gone.length > 0) {
    const some = `${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ' …' : ''}`;
    output.out(`${gone.length} are in the database no more, and stay at Clerk: ${some}\n`);
  }
  const ending = await importChanges(options, folder, pass, numbers, output);
  if (ending.problem !== undefined) output.err(`${ending.problem}\n`);
  if (ending.counts === undefined) return ending.code;
  const unkept = options.dryRun === true ? undefined : await keepOrSay(outDir, folder, state);
  if (unkept !== undefined) output.err(`${unkept}\n`);
  output.out(`${countLine(whole(ending.counts, pass.total - numbers.size))}\n`);
  return unkept === undefined ? ending.code : Math.max(ending.code, 1);
}

async function importChanges(
  options: SyncOptions,
  folder: string,
  pass: FirstPass,
  numbers: ReadonlySet<number>,
  output: Output,
): Promise<ImportEnding> {
  if (numbers.size === 0)
    return { counts: { read: 0, created: 0, updated: 0, skipped: 0, failed: 0 }, left: 0, problem: undefined, code: 0 };
  const changes = join(folder, CHANGED);
  await writeChanges(changes, pass, numbers);
  // What an earlier sync left unfinished is among the changes again.
  if (options.dryRun !== true) putAway(folder);
  return importFile(
    {
      ...options,
      cwd: resolve(options.cwd, options.app),
      path: changes,
      outDir: folder,
      format: 'text',
      onConflict: 'update',
      allowPartial: true,
      onceMore: 'run users sync again',
    },
    output,
  );
}

async function writeChanges(path: string, pass: FirstPass, numbers: ReadonlySet<number>): Promise<void> {
  const file = new LineFile(path, 0o600);
  try {
    for await (const { number, input } of readEntries(pass.file))
      if (numbers.has(number)) file.write(JSON.stringify(input));
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** @returns one line on why it could not be noted: the next sync asks Clerk instead */
async function keepOrSay(...what: Parameters<typeof keep>): Promise<string | undefined> {
  try {
    await keep(...what);
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    return `what this sync did can’t be noted: ${messageOf(error)}; nothing is lost: run users sync again`;
  }
}

/** Notes who is at Clerk as the database has them, and the whole map of ids. Who failed is tried again next time. */
async function keep(outDir: string, folder: string, state: SyncState): Promise<void> {
  const journal = join(folder, JOURNAL_NAME);
  const changes = join(folder, CHANGED);
  if (existsSync(journal)) {
    const { outcomes } = await readJournal(journal);
    for await (const { number, record } of goodRecords(await firstPass(await openUsersFile(changes)))) {
      const outcome = outcomes.get(number);
      if (outcome?.clerk === undefined || outcome.is === 'failed') continue;
      state.users.set(record.userId, { hash: hashOf(record), clerk: outcome.clerk });
    }
    putAway(folder);
  }
  writeState(join(outDir, STATE_NAME), state);
  writeLines(join(outDir, ID_MAP_NAME), 0o666, idMapLines(state));
}

/** A journal of a sync that is over keeps the time in its name: `users undo` takes it. */
function putAway(folder: string): void {
  const journal = join(folder, JOURNAL_NAME);
  if (!existsSync(journal)) return;
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  renameSync(journal, join(folder, `${time}.journal.ndjson`));
}

function* idMapLines({ users }: SyncState): Generator<string> {
  for (const [old, { clerk }] of users) yield JSON.stringify({ old, clerk });
}

const whole = (counts: Counts, unchanged: number): Counts => ({
  ...counts,
  read: counts.read + unchanged,
  skipped: counts.skipped + unchanged,
});
