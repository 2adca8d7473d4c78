import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../lib/runner/run.js';
import { checkout, collector, FIXTURES, git } from './app.js';

/** The command on a copy of an app, with somebody there who answers. */
async function answered(answer: boolean, flags: { yes?: boolean; dryRun?: boolean } = {}) {
  const cwd = checkout(join(FIXTURES, 'apps', 'v4-app-ts', 'input'));
  const asked: string[] = [];
  const output = {
    ...collector(),
    confirm: async (question: string) => {
      asked.push(question);
      return answer;
    },
  };
  const options = { cwd, paths: ['.'], transforms: [], diff: false, reports: [], format: 'json', ignore: [] };
  const rest = { dryRun: false, force: false, yes: false, todo: true, bridge: true, strict: false, ...flags };
  const error = await run({ ...options, ...rest }, output).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { asked, error, changed: git(cwd, 'status', '--porcelain') !== '' };
}

describe('a person at the terminal', () => {
  it('is asked once, with what a yes would do, and nothing is written on a no', async () => {
    const { asked, error, changed } = await answered(false);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^Change \d+, create \d+ and delete \d+ files\?/);
    expect(error).toMatchObject({ name: 'BadInput', message: 'nothing was written' });
    expect(changed).toBe(false);
  });

  it('gets the files written on a yes', async () => {
    expect(await answered(true)).toMatchObject({ error: undefined, changed: true });
  });

  it('is not asked with --yes, nor where nothing is written', async () => {
    expect(await answered(false, { yes: true })).toMatchObject({ asked: [], changed: true });
    expect(await answered(false, { dryRun: true })).toMatchObject({ asked: [], changed: false });
  });
});
