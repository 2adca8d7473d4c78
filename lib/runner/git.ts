import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { BadInput } from '../project/index.js';

export type GitState =
  | { kind: 'none' }
  | {
      kind: 'clean' | 'dirty';
      /** The work tree's top folder; symbolic links are resolved. */
      root: string;
      /** Changed and untracked files and folders of the whole work tree, relative to `root`, with `/`. */
      changed: string[];
      /** Absolute; a worktree and a submodule have one of their own. */
      gitDir: string;
    };

/**
 * The state of the work tree that `dir` lies in: `none` outside of one and where git is missing.
 * Read from exit codes and NUL-separated output only, so no language setting changes the answer.
 */
export async function gitState(dir: string): Promise<GitState> {
  const [top, gitDir] = await Promise.all([
    git(dir, ['rev-parse', '--show-toplevel']),
    git(dir, ['rev-parse', '--absolute-git-dir']),
  ]);
  if (top.code !== 0 || gitDir.code !== 0) return { kind: 'none' };
  const status = await git(dir, ['status', '--porcelain', '-z', '--untracked-files=normal']);
  // There is a work tree and git can't read it: calling it clean, or no work tree at all, would open the guard.
  if (status.code !== 0) throw new Error(`git status failed in ${dir}: ${status.error.trim()}`);
  const changed = pathsOf(status.output);
  return {
    kind: changed.length === 0 ? 'clean' : 'dirty',
    root: resolve(lineOf(top.output)),
    changed,
    gitDir: resolve(lineOf(gitDir.output)),
  };
}

/**
 * The files, absolute, that differ from a commit, and those that git does not track yet; or those that are staged.
 * @param since a commit, branch or tag; undefined for what is staged
 * @throws {BadInput} outside of a work tree, and for what names no commit
 */
export async function changedFiles(dir: string, since: string | undefined): Promise<string[]> {
  const top = await git(dir, ['rev-parse', '--show-toplevel']);
  if (top.code !== 0) throw new BadInput('there is no git work tree here, so nothing says which files changed');
  const root = resolve(lineOf(top.output));
  const range = since === undefined ? ['--cached'] : ['--end-of-options', since];
  const [diff, untracked] = await Promise.all([
    git(root, ['diff', '--name-only', '--diff-filter=d', '--no-renames', '-z', ...range, '--']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  if (diff.code !== 0) throw new BadInput(`git knows no commit “${since}”`);
  const listed = since === undefined ? diff.output : diff.output + untracked.output;
  return listed
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => join(root, path));
}

/** A path as git prints it: one line, of which only the line break at its end goes. */
function lineOf(output: string): string {
  return output.replace(/\r?\n$/, '');
}

/** `XY path NUL`; a rename or a copy has the old path as one more field. */
function pathsOf(output: string): string[] {
  const fields = output.split('\0');
  const paths: string[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index]!;
    if (field === '') continue;
    paths.push(field.slice(3));
    if (/[RC]/.test(field.slice(0, 2))) index += 1;
  }
  return paths;
}

interface Answer {
  /** undefined where git could not be started. */
  code: number | undefined;
  output: string;
  error: string;
}

function git(cwd: string, args: readonly string[]): Promise<Answer> {
  return new Promise((settle) => {
    const options = { cwd, env: environment(), maxBuffer: 1 << 28, windowsHide: true };
    execFile('git', args, options, (failure, output, error) => {
      if (failure === null) settle({ code: 0, output, error });
      else settle({ code: typeof failure.code === 'number' ? failure.code : undefined, output, error });
    });
  });
}

/** Git hooks set variables that name another repository than the one that `cwd` lies in. */
export function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR']) delete env[name];
  return env;
}
