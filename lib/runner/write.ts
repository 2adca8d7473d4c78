import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PlannedFile } from '../ledger.js';

/** What stands at a path: the bytes of a file, nothing, or something that is no file. */
export type Content = Buffer | null | 'folder';

export interface WriteHooks {
  /** Called when a file is as planned. */
  written?: (file: PlannedFile) => void;
}

/** The files that are no longer what was read: other bytes, gone, or there where nothing was. */
export function findStale(files: readonly PlannedFile[]): string[] {
  return files.filter((file) => !holds(file.path, file.before)).map((file) => file.path);
}

/** Brings the files to their planned state, each whole or not at all. Files that go come first: a new one may need their place. */
export function writePlan(files: readonly PlannedFile[], hooks: WriteHooks = {}): void {
  const changes = files.filter((file) => file.before !== file.after);
  for (const file of changes) {
    if (file.after !== null) continue;
    removeFile(file.path);
    hooks.written?.(file);
  }
  for (const file of changes) {
    if (file.after === null) continue;
    writeWhole(file.path, file.after);
    hooks.written?.(file);
  }
  syncFolders(changes.map((file) => file.path));
}

/** Has the names in the files' folders on the disk, not only their contents: a power cut may come after this, too. */
export function syncFolders(paths: readonly string[]): void {
  for (const folder of new Set(paths.map((path) => dirname(targetOf(path))))) {
    try {
      const handle = openSync(folder, 'r');
      try {
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } catch {
      // The folder is gone, or the system (Windows) has no such call: nothing more can be done, and nothing is wrong.
    }
  }
}

/** Whether the file has exactly this content. Bytes are compared: decoding would hide a BOM or invalid UTF-8. */
export function holds(path: string, text: string | null): boolean {
  const content = readContent(path);
  if (text === null) return content === null;
  return content instanceof Buffer && content.equals(Buffer.from(text, 'utf8'));
}

/** Reads what stands at a path, without decoding it. */
export function readContent(path: string): Content {
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    if (hasCode(error, 'EISDIR')) return 'folder';
    throw error;
  }
}

/** Where a file is written before it takes its name. The name is fixed, so that the next run finds what a killed one left. */
export function temporaryPath(path: string): string {
  const target = targetOf(path);
  return join(dirname(target), `.${basename(target)}.authjs-clerk-codemod.tmp`);
}

/** Removes what a killed run left beside a file. */
export function removeTemporary(path: string): void {
  try {
    rmSync(temporaryPath(path), { force: true });
  } catch (error) {
    // `force` is silent about a missing file only, not about a folder above it that is a file.
    if (!hasCode(error, 'ENOTDIR')) throw error;
  }
}

/** Replaces or creates a file so that at no time a part of it can be seen. A new file gets `mode`, less the umask. */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const target = targetOf(path);
  const temporary = temporaryPath(path);
  const kept = statSync(target, { throwIfNoEntry: false })?.mode;
  mkdirSync(dirname(target), { recursive: true });
  removeTemporary(path);
  try {
    // What replaces a file is nobody else's to read until it has the old one's mode: it may be an env file.
    const handle = openSync(temporary, 'wx', kept === undefined ? mode : 0o600);
    try {
      writeFileSync(handle, text, 'utf8');
      if (kept !== undefined) fchmodSync(handle, kept & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameFile(temporary, target);
  } catch (error) {
    removeTemporary(path);
    throw error;
  }
}

/** Deletes a file, and the folders that are empty without it, up to the nearest package. Nothing happens twice. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
  const boundary = packageAbove(dirname(path));
  if (boundary === undefined) return;
  for (let folder = dirname(path); folder !== boundary; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch (error) {
      // Not empty, or not ours to remove: an empty folder that stays harms nobody.
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) return;
    }
  }
}

/** The nearest folder with a package.json; without one no folder is known to be the app's own. */
function packageAbove(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A symbolic link stays one: the file it leads to is the one that is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** On Windows a virus scanner or an editor may hold the file for a moment. */
function renameFile(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || attempt === 10 || !hasCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, attempt * 10);
    }
  }
}

/** Whether this is a system error with one of the codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
