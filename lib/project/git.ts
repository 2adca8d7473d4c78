import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ancestors, exists } from './paths.js';

/** A hook's variables would point git at another repository or another index than the one of the folder. */
const HOOK_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** The top of the git work tree that `dir` stands in, or undefined. `.git` is a file in worktrees and submodules. */
export function findGitRoot(dir: string): string | undefined {
  return ancestors(dir).find((candidate) => exists(join(candidate, '.git')));
}

/**
 * What git knows below `dir` and does not ignore, tracked or not, as paths relative to `dir`.
 * Undefined where git is not installed or refuses (no repository, another owner's).
 */
export function listGitFiles(dir: string, pathspecs: readonly string[] = []): string[] | undefined {
  const env = { ...process.env };
  for (const name of HOOK_VARIABLES) delete env[name];
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...pathspecs];
  // Nothing else could be done meanwhile, and waiting takes less time than streams do.
  const { status, stdout } = spawnSync('git', args, { cwd: dir, env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return status === 0 ? [...new Set(stdout.split('\0'))].filter((path) => path !== '') : undefined;
}
