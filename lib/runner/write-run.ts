import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { BadInput, type Project } from '../project/index.js';
import { removeJournal, replay, StaleFiles, type Journal } from './journal.js';
import type { OpenApp } from './open-app.js';
import type { Output } from './options.js';
import { displayPath } from './paths.js';
import type { RunPlan } from './plan.js';
import { hasCode } from './write.js';

/** What the disk says where it does not take a file. */
const DISK = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EBUSY',
  'EMFILE',
  'ENFILE',
  'EEXIST',
  'ENOTDIR',
] as const;

/**
 * Writes a plan.
 * @returns what went wrong on the way, in one line: the next run finishes it
 * @throws {BadInput} where nothing was written: a file is no longer what was read, or a folder may not be written to
 */
export function writeRun(app: OpenApp, plan: RunPlan): string | undefined {
  const locked = plan.files.find(({ path, before, after }) => before !== after && !isWritable(dirname(path)));
  if (locked)
    throw new BadInput(
      `${displayPath(app.project, locked.path)} can't be written: its folder is not yours to write to; nothing was written`,
    );
  try {
    app.write(plan);
    return undefined;
  } catch (error) {
    if (error instanceof StaleFiles) throw new BadInput(`${error.message}; nothing was written, run the command again`);
    if (!hasCode(error, ...DISK)) throw error;
    const reason = reasonOf(error, app.project);
    if (!existsSync(app.journalFile)) throw new BadInput(`${reason}; nothing was written`);
    return unfinished(reason);
  }
}

/**
 * Finishes a run that was killed while it wrote from its journal, whatever the tree looks like.
 * @returns how many files somebody else changed in between, or what went wrong, in one line
 */
export function finishRun(journal: Journal, app: OpenApp, output: Output): number | string {
  let result;
  try {
    result = replay(journal);
  } catch (error) {
    if (!hasCode(error, ...DISK)) throw error;
    return unfinished(reasonOf(error, app.project));
  }
  removeJournal(app.journalFile);
  output.note(`An earlier run was interrupted; it is finished now (${result.done.length} files written).\n`);
  for (const path of result.conflicts) output.err(`${path} was changed in between and is left as it is.\n`);
  return result.conflicts.length;
}

const unfinished = (reason: string): string =>
  `${reason}. Every file is whole, some as before and some as after: mend that and run the command again, it writes the rest.`;

/** The folder, or the nearest one above it that is there: what is missing is made. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return dirname(folder) === folder || isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `EACCES: permission denied, open '/app/.page.tsx.tmp'` → `permission denied: app` */
function reasonOf(error: unknown, project: Project): string {
  const { message, path } = error as NodeJS.ErrnoException;
  const why = /^\w+: (.+?),/.exec(message)?.[1] ?? message;
  return path === undefined
    ? `the run can't be written: ${why}`
    : `${displayPath(project, dirname(path))} can't be written to: ${why}`;
}
