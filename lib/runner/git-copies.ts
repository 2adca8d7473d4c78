import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { environment } from './git.js';

/** The files among `paths` of which git holds a copy; none where there is no git. */
export function trackedAmong(root: string, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const { status, stdout } = git(root, ['ls-files', '-z', '--full-name', '--', ...paths]);
  const top = git(root, ['rev-parse', '--show-toplevel']).stdout.replace(/\r?\n$/, '');
  return new Set(status === 0 ? split(stdout).map((path) => `${top}/${path}`) : []);
}

/** Whether git would leave a file out, there or not; not where there is no git. */
export const isIgnored = (path: string): boolean => git(dirname(path), ['check-ignore', '-q', '--', path]).status === 0;

/** Text that only tells of things: nothing runs it. */
const TOLD = ['md', 'mdx', 'txt', 'rst', 'adoc', 'lock', 'snap', 'svg', 'po', 'ipynb'];

/** Which of the names stand in which tracked files, prose left out; nothing where there is no git. */
export function mentionedIn(root: string, names: readonly string[]): { path: string; name: string }[] {
  if (names.length === 0) return [];
  const wanted = names.flatMap((name) => ['-e', name]);
  const left = TOLD.map((extension) => `:(exclude)*.${extension}`);
  const { stdout } = git(root, ['grep', '-I', '-z', '-o', '-w', '-F', ...wanted, '--', '.', ...left]);
  return stdout.split('\n').flatMap((line) => {
    const [path, name] = line.split('\0');
    return path && name ? [{ path: join(root, path), name }] : [];
  });
}

const split = (output: string): string[] => output.split('\0').filter((path) => path !== '');

function git(cwd: string, args: readonly string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync('git', args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    windowsHide: true,
  });
  return { status, stdout: stdout ?? '' };
}
