import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gitState } from '../../lib/runner/git.js';

let dir: string;

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: dir, stdio: 'pipe' });
}

/** A repository with one commit. */
function repository(): void {
  git('init', '--quiet');
  writeFileSync(join(dir, 'a.txt'), 'a\n');
  writeFileSync(join(dir, '.gitignore'), 'ignored/\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
}

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'acc-git-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

describe('the state of the work tree', () => {
  test('outside of one there is none, whatever the language', async () => {
    vi.stubEnv('LANG', 'de_DE.UTF-8');
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    expect(await gitState(dir)).toEqual({ kind: 'none' });
  });

  test('without git there is none', async () => {
    repository();
    vi.stubEnv('PATH', dir);
    expect(await gitState(dir)).toEqual({ kind: 'none' });
  });

  test('a bare repository and the git directory are no work tree', async () => {
    repository();
    expect(await gitState(join(dir, '.git'))).toEqual({ kind: 'none' });
    git('init', '--quiet', '--bare', 'bare');
    expect(await gitState(join(dir, 'bare'))).toEqual({ kind: 'none' });
  });

  test('clean, from the top and from a folder below; ignored files change nothing', async () => {
    repository();
    mkdirSync(join(dir, 'ignored/deep'), { recursive: true });
    writeFileSync(join(dir, 'ignored/deep/x'), 'x');
    const clean = { kind: 'clean', root: dir, changed: [], gitDir: join(dir, '.git') };
    expect(await gitState(dir)).toEqual(clean);
    expect(await gitState(join(dir, 'ignored/deep'))).toEqual(clean);
  });

  test('a repository without a commit', async () => {
    git('init', '--quiet');
    expect(await gitState(dir)).toMatchObject({ kind: 'clean' });
    writeFileSync(join(dir, 'new'), '');
    expect(await gitState(dir)).toMatchObject({ kind: 'dirty', changed: ['new'] });
  });

  test('dirty, with odd names, renames and what is outside of the folder asked about', async () => {
    repository();
    git('config', 'status.showUntrackedFiles', 'no');
    mkdirSync(join(dir, 'sub'));
    renameSync(join(dir, 'a.txt'), join(dir, 'b.txt'));
    git('add', '-A');
    writeFileSync(join(dir, '"quoted" ü [id].ts'), '');
    const state = await gitState(join(dir, 'sub'));
    expect(state).toMatchObject({ kind: 'dirty', root: dir });
    expect('changed' in state && state.changed.toSorted()).toEqual(['"quoted" ü [id].ts', 'b.txt']);
  });

  test('a worktree has a git directory of its own', async () => {
    repository();
    git('worktree', 'add', '--quiet', 'ignored/tree');
    const state = await gitState(join(dir, 'ignored/tree'));
    expect(state).toMatchObject({
      kind: 'clean',
      root: join(dir, 'ignored/tree'),
      gitDir: join(dir, '.git/worktrees/tree'),
    });
  });

  test("a git hook's variables do not lead elsewhere", async () => {
    repository();
    vi.stubEnv('GIT_DIR', join(dir, 'nowhere'));
    vi.stubEnv('GIT_INDEX_FILE', join(dir, 'nowhere/index'));
    expect(await gitState(dir)).toMatchObject({ kind: 'clean', root: dir });
  });

  test('a repository that git cannot read is not taken for a clean one', async () => {
    repository();
    writeFileSync(join(dir, '.git/index'), 'broken');
    await expect(gitState(dir)).rejects.toThrow('git status failed');
  });
});
