import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { SCHEMA_VERSION, type PlannedFile, type Report } from '../ledger.js';
import { findStale, readContent, removeFile, removeTemporary, syncFolders, writePlan, writeWhole } from './write.js';
import type { WriteHooks } from './write.js';

/** All that a later run needs to finish this one. It holds the files' new text, env files included: readable by its owner only. */
export interface Journal {
  version: 1;
  /** Absolute: the same journal says nothing about another folder. */
  root: string;
  files: JournalFile[];
  /** What the run that was killed would have reported. */
  report: Report;
}

export interface JournalFile {
  /** Relative to the root, with `/`. */
  path: string;
  /** SHA-256 of the file as read; null for a file that is new. */
  before: string | null;
  /** The text to write; null for a file that goes. */
  after: string | null;
}

export interface Plan {
  /** Absolute. */
  root: string;
  files: readonly PlannedFile[];
}

/** Files changed between reading and writing. Nothing was written. */
export class StaleFiles extends Error {
  override readonly name = 'StaleFiles';
  constructor(readonly paths: readonly string[]) {
    super(`changed since they were read: ${paths.join(', ')}`);
  }
}

/** An unfinished run has its journal here, and overwriting that would leave its files half-way. Nothing was written. */
export class PendingJournal extends Error {
  override readonly name = 'PendingJournal';
  constructor(readonly root: string) {
    super(`an earlier run in ${root} was interrupted and has to be finished first: run the command there`);
  }
}

/** The journal of a plan. */
export function journalOf(plan: Plan, report: Report): Journal {
  const root = resolve(plan.root);
  const files = plan.files
    .filter((file) => file.before !== file.after)
    .map(({ path, before, after }) => ({
      path: relative(root, path).split(sep).join('/'),
      before: before === null ? null : sha256(Buffer.from(before, 'utf8')),
      after,
    }));
  return { version: 1, root, files, report };
}

/** Writes the journal whole, and has it on the disk before it returns. */
export function writeJournal(path: string, journal: Journal): void {
  writeWhole(path, `${JSON.stringify(journal)}\n`, 0o600);
  syncFolders([path]);
}

/**
 * The journal of a run that was killed, if there is one, and if it is the root's where one is given. What is no journal is
 * removed. One that another user owns is left alone: whoever can write to a shared folder must not choose what gets written here.
 */
export function readJournal(path: string, root?: string): Journal | undefined {
  let text: string;
  try {
    const owner = process.getuid?.();
    if (owner !== undefined && statSync(path).uid !== owner) return undefined;
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const journal = parse(text);
  if (journal === undefined) {
    removeJournal(path);
    return undefined;
  }
  return root === undefined || resolve(root) === journal.root ? journal : undefined;
}

/** Removes the journal and what a kill left of it. */
export function removeJournal(path: string): void {
  rmSync(path, { force: true });
  removeTemporary(path);
  try {
    rmdirSync(dirname(path));
  } catch {
    // Other roots have their journals there too.
  }
}

/** The files that a replay brought to their planned state, and those that somebody changed meanwhile, which stay as they are. Paths as in the journal. */
export interface Replay {
  done: string[];
  conflicts: string[];
}

/** Finishes a run that was killed. It may be killed itself: what is as planned is not touched again. Remove the journal afterwards. */
export function replay(journal: Journal): Replay {
  const files = journal.files.map((file) => ({ ...file, absolute: resolve(journal.root, file.path) }));
  for (const file of files) removeTemporary(file.absolute);
  // All are judged before the first is written: a file may go to make room for a folder of its name.
  const judged = files.map((file) => ({ ...file, state: stateOf(file.absolute, file) }));
  const pending = judged.filter((file) => file.state === 'before');
  // Files that are gone come too: the kill may have come before their empty folders went.
  for (const file of judged) {
    if (file.after === null && (file.state === 'before' || file.state === 'after')) removeFile(file.absolute);
  }
  for (const file of pending) if (file.after !== null) writeWhole(file.absolute, file.after);
  syncFolders(files.map((file) => file.absolute));
  return {
    done: pending.map((file) => file.path),
    conflicts: judged.filter((file) => file.state === 'conflict').map((file) => file.path),
  };
}

function stateOf(path: string, file: JournalFile): 'after' | 'before' | 'replaced' | 'conflict' {
  const content = readContent(path);
  // A file that went may have made room for a folder: nothing is left to do there.
  if (content === 'folder') return file.after === null ? 'replaced' : 'conflict';
  const current = content === null ? null : sha256(content);
  if (current === (file.after === null ? null : sha256(Buffer.from(file.after, 'utf8')))) return 'after';
  return current === file.before ? 'before' : 'conflict';
}

/**
 * Writes a plan so that a kill at any moment leaves whole files and a journal to finish them by. Where the writing itself fails
 * (a full disk, a file that may not be written), the error is thrown and the journal stays for the next run.
 */
export function execute(plan: Plan, report: Report, journalFile: string, hooks: WriteHooks = {}): void {
  const pending = readJournal(journalFile);
  if (pending !== undefined && existsSync(pending.root)) throw new PendingJournal(pending.root);
  const stale = findStale(plan.files);
  if (stale.length > 0) throw new StaleFiles(stale);
  const journal = journalOf(plan, report);
  if (journal.files.length === 0) return;
  writeJournal(journalFile, journal);
  writePlan(plan.files, hooks);
  removeJournal(journalFile);
}

function parse(text: string): Journal | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJournal(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is Journal {
  if (!isRecord(value) || value.version !== 1 || typeof value.root !== 'string' || !isAbsolute(value.root))
    return false;
  const { files, report } = value;
  return (
    Array.isArray(files) &&
    files.every(isJournalFile) &&
    isRecord(report) &&
    report.schemaVersion === SCHEMA_VERSION &&
    Array.isArray(report.files)
  );
}

function isJournalFile(value: unknown): value is JournalFile {
  return isRecord(value) && typeof value.path === 'string' && isTextOrNull(value.before) && isTextOrNull(value.after);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
