import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/runner/check.js';
import type { Output, RunOptions } from '../../lib/runner/options.js';
import { run } from '../../lib/runner/run.js';
import type { Report } from '../../lib/ledger.js';
import { folder } from './folder.js';

export const FIXTURES = join(import.meta.dirname, '..', '..', '__testfixtures__');

/** A copy of a folder, as a git work tree with one commit. */
export function checkout(from: string, dir = folder()): string {
  cpSync(from, dir, { recursive: true });
  commitAll(dir);
  return dir;
}

export function git(cwd: string, ...args: string[]): string {
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
}

export function commitAll(cwd: string): void {
  git(cwd, 'init', '--quiet');
  git(cwd, 'add', '--all', '--force');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'state');
}

/** An Output that keeps what it is given. */
export function collector(): Output & { readonly text: { out: string; err: string } } {
  const text = { out: '', err: '' };
  return {
    text,
    out: (part) => void (text.out += part),
    err: (part) => void (text.err += part),
    note: (part) => void (text.err += part),
    colors: false,
    columns: undefined,
    confirm: undefined,
    talk: undefined,
    progress: undefined,
  };
}

/** The whole command on an app, as `--format json` prints it. */
export async function runOn(
  cwd: string,
  options: Partial<RunOptions> = {},
): Promise<{ code: number; report: Report; err: string; out: string }> {
  const output = collector();
  const code = await run(
    {
      cwd,
      paths: ['.'],
      transforms: [],
      dryRun: false,
      diff: false,
      reports: [],
      format: 'json',
      ignore: [],
      force: false,
      yes: true,
      todo: true,
      bridge: true,
      strict: false,
      ...options,
    },
    output,
  );
  return { code, report: JSON.parse(output.text.out) as Report, err: output.text.err, out: output.text.out };
}

export async function checkOn(cwd: string): Promise<{ code: number; report: Report }> {
  const output = collector();
  const code = await check({ cwd, path: '.', format: 'json', ignore: [] }, output);
  return { code, report: JSON.parse(output.text.out) as Report };
}
