import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { git } from '../runner/app.js';
import { fill, folder } from '../runner/folder.js';
import { APP, app } from './cli.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'dist', 'bin', 'authjs-clerk-codemod.js');

/** A folder with an `npx` that runs this checkout in the place of the package, and notes how it was called. */
function withNpx(): string {
  const dir = folder();
  const script = `#!/bin/sh\necho "$@" >> "${join(dir, 'calls')}"\nwhile [ "$1" = --yes ]; do shift; done\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`;
  writeFileSync(join(dir, 'npx'), script);
  chmodSync(join(dir, 'npx'), 0o755);
  return dir;
}

function shell(script: string, cwd: string, env: Record<string, string> = {}) {
  const path = `${withNpx()}:${process.env['PATH']}`;
  const { status, stdout } = spawnSync('bash', ['-e', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: path, HOME: process.env['HOME'] ?? '', ...env },
  });
  return { status, stdout };
}

interface Action {
  readonly inputs: Record<string, { default: string }>;
  readonly runs: { steps: readonly { run: string; env: Record<string, string> }[] };
}
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

/** The action's step, with inputs as GitHub hands them over. */
function step(cwd: string, inputs: Record<string, string> = {}) {
  const [{ run, env }] = action.runs.steps as [Action['runs']['steps'][0]];
  const values = Object.entries(env).map(([name, expression]): [string, string] => {
    const input = /inputs\.(\w+)/.exec(expression)![1]!;
    return [name, inputs[input] ?? action.inputs[input]!.default];
  });
  return shell(run, cwd, Object.fromEntries(values));
}

describe('the GitHub Action', () => {
  it('fails with an annotation at each place, and passes where nothing is left', () => {
    const { status, stdout } = step(app());
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::(?:error|warning) file=/m);
    const clean = app({ 'package.json': '{ "dependencies": { "next": "15.5.9" } }\n', 'app/page.tsx': '' });
    expect(step(clean).status).toBe(0);
  });

  it('takes a path, a baseline and more options', () => {
    const dir = app({ ...APP, 'b.json': '' });
    shell(`npx authjs-clerk-codemod check . --baseline b.json --update-baseline`, dir);
    expect(step(dir, { baseline: 'b.json' }).status).toBe(0);
    expect(step(dir, { path: 'nowhere' }).status).toBe(2);
    expect(step(dir, { args: '--max 1000 --only deps' }).status).toBe(0);
  });

  it('runs nothing that an input says', () => {
    const dir = app();
    const evil = '$(touch evil); touch evil #';
    for (const name of Object.keys(action.inputs)) step(dir, { [name]: evil });
    expect(git(dir, 'status', '--porcelain')).toBe('');
  });
});

describe('docs/ci.md', () => {
  const docs = readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8');
  const commandIn = (pattern: RegExp): string => pattern.exec(docs)![1]!;

  it('has a husky hook that stops a commit with a new reference, and lets others pass', () => {
    const dir = app({ 'package.json': '{ "dependencies": { "next": "15.5.9" } }\n', 'app/page.tsx': '' });
    const hook = commandIn(/husky, in `\.husky\/pre-commit`:\s+```sh\n([\s\S]*?)```/);
    fill(dir, { 'app/a.ts': 'export const a = 1;\n' });
    git(dir, 'add', '--all');
    expect(shell(hook, dir).status).toBe(0);
    fill(dir, { 'app/b.ts': 'import { auth } from "next-auth";\n' });
    git(dir, 'add', '--all');
    expect(shell(hook, dir).status).toBe(1);
  });

  it('has the same command for lefthook, and a GitLab job whose report is JSON', () => {
    expect(commandIn(/lefthook[\s\S]*?run: (.+)\n/)).toBe(commandIn(/\.husky\/pre-commit`:\s+```sh\n(.+)\n/));
    const job = parse(commandIn(/## GitLab\s+```yaml\n([\s\S]*?)```/)) as { authjs: { script: string } };
    const dir = app();
    expect(shell(job.authjs.script, dir).status).toBe(1);
    expect(JSON.parse(readFileSync(join(dir, 'gl-code-quality-report.json'), 'utf8'))).not.toEqual([]);
  });
});
