import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

const FOLDER = 'authjs-clerk-codemod';

/**
 * Where the journal of a root lies: inside the git directory, so never among tracked files; without one in the user's state
 * folder, under a name made from the root.
 */
export function journalPath(root: string, gitDir: string | undefined): string {
  if (gitDir !== undefined) return join(gitDir, FOLDER, 'journal.json');
  return join(stateFolder(), `${createHash('sha256').update(resolve(root)).digest('hex')}.json`);
}

function stateFolder(): string {
  // A relative XDG_STATE_HOME is invalid by its specification.
  const given = [process.env[process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME']];
  if (process.platform !== 'win32') given.push(join(homedir(), '.local', 'state'));
  const folder = given.find((path) => path !== undefined && isAbsolute(path) && isWritable(path));
  return folder === undefined ? join(tmpdir(), `${FOLDER}-${process.getuid?.() ?? 'user'}`) : join(folder, FOLDER);
}

/** Whether the folder, or the nearest one above it that exists, can be written to. */
function isWritable(path: string): boolean {
  if (!existsSync(path)) return path !== dirname(path) && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
