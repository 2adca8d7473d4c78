import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Writes a tree of files below a new folder that goes after the test; objects become JSON. Returns the folder. */
export function tree(files: Readonly<Record<string, string | object>>): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  made.push(dir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return dir;
}

export function git(dir: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: dir, stdio: 'ignore' });
}

/** The manifest of an app. */
export function manifest(dependencies: Readonly<Record<string, string>> = {}, rest: object = {}): object {
  return { name: 'web', dependencies: { next: '15.1.0', react: '^19.0.0', ...dependencies }, ...rest };
}
