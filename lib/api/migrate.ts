import { resolve } from 'node:path';
import { NO_MAPPINGS, type FieldMappings } from '../clerk/field-mappings.js';
import type { Report } from '../ledger.js';
import { OpenApp } from '../runner/open-app.js';
import { displayPath } from '../runner/paths.js';
import { givenIn, type Preferences } from '../runner/preferences.js';
import type { Progress } from '../runner/progress.js';
import type { RunPlan } from '../runner/plan.js';
import { selected } from '../runner/selected.js';
import type { WrapperSetting } from '../scan/wrappers.js';

import { laidOut, type InMemory } from './in-memory.js';

/** What `migrate()` takes; the command's options of the same names. */
export interface MigrateInput extends Partial<Preferences> {
  /** The working directory, which paths in the result are relative to; the process's unless given. */
  readonly cwd?: string;
  /** The app, its `src`, one file, or the monorepo's root; `cwd` unless given. */
  readonly path?: string;
  /** The names of the transforms to run; all unless given. */
  readonly transforms?: readonly string[];
  /** Globs of files that stay as they are. */
  readonly ignore?: readonly string[];
  /** Whether sessions that are handed on may come from a generated module. */
  readonly bridge?: boolean;
  /** Whether `TODO(authjs-clerk)` comments are put at what is left. */
  readonly todo?: boolean;
  /** Whether changed files go through the app's own formatter. */
  readonly formatFiles?: boolean;
  /** Functions of the app's own that yield the session, where the run can't see it. */
  readonly wrappers?: readonly WrapperSetting[];
  /** Fields of the app's own whose place in Clerk is known: `{ 'user.company': { from: 'publicMetadata.company' } }`. */
  readonly fields?: FieldMappings;
  /** Told of the work as it goes on. */
  readonly onProgress?: Progress;
}

/** One file that changes. */
export interface Change {
  /** Relative to `cwd`, with `/`. */
  readonly path: string;
  /** null for a file that is new. */
  readonly before: string | null;
  /** null for a file that goes. */
  readonly after: string | null;
}

/** What a run on an app in memory comes to. */
export interface FilesMigration {
  readonly report: Report;
  readonly changes: readonly Change[];
  /** All files as the run leaves them. */
  readonly files: InMemory;
}

/** A run that is planned, and written when the caller says so. */
export interface Migration {
  readonly report: Report;
  readonly changes: readonly Change[];
  /** The same run that leaves these files as they are, with all that follows from it in the others. Paths as in `changes`. */
  without(paths: Iterable<string>): Promise<Migration>;
  /**
   * Writes the changes, each file whole; a run that is killed meanwhile is finished by the command. It asks nothing, and does
   * not mind uncommitted changes.
   * @throws {Error} named StaleFiles where a file is no longer what was read, and PendingJournal where an earlier run has to
   * be finished first; nothing was written then
   */
  write(): void;
}

/**
 * Plans the migration of an app. Nothing is written.
 * @param input with `files`, the app is what they say and the disk is not looked at
 * @throws {BadInput} where there is no app to work on
 */
export function migrate(input: MigrateInput & { readonly files: InMemory }): Promise<FilesMigration>;
export function migrate(input?: MigrateInput): Promise<Migration>;
export async function migrate(
  input: MigrateInput & { readonly files?: InMemory } = {},
): Promise<Migration | FilesMigration> {
  const { files } = input;
  if (files === undefined) return migrateFrom(input.cwd ?? process.cwd(), input);
  return laidOut(files, async (dir) => {
    // A formatter is none of the files.
    const { report, changes } = await migrateFrom(dir, { ...input, formatFiles: false });
    return { report, changes, files: withChanges(files, changes) };
  });
}

async function migrateFrom(cwd: string, input: MigrateInput): Promise<Migration> {
  const { path = '.', ignore = [], transforms = [], bridge = true, todo = true, formatFiles = true } = input;
  const { wrappers = [], fields = NO_MAPPINGS } = input;
  const options = { cwd, path, ignore, transforms: selected(transforms), bridge, todo, formatFiles, wrappers, fields };
  const app = await OpenApp.read(options, input.onProgress);
  return migrationOf(app, await app.plan(givenIn(input)), input, new Set());
}

function migrationOf(app: OpenApp, plan: RunPlan, input: MigrateInput, leftOut: ReadonlySet<string>): Migration {
  return {
    report: plan.report,
    changes: plan.files.map((file) => ({ ...file, path: displayPath(app.project, file.path) })),
    without: async (paths) => {
      const all = new Set([...leftOut, ...[...paths].map((path) => resolve(app.project.cwd, path))]);
      return migrationOf(app, await app.plan(givenIn(input), all), input, all);
    },
    write: () => app.write(plan),
  };
}

function withChanges(files: InMemory, changes: readonly Change[]): InMemory {
  const after = new Map(Object.entries(files));
  for (const change of changes) {
    if (change.after === null) after.delete(change.path);
    else after.set(change.path, change.after);
  }
  return Object.fromEntries(after);
}
