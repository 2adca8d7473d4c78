import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../../lib/runner/options.js';
import { run } from '../../lib/runner/run.js';
import type { Ending, Proposal, Survey, Talk } from '../../lib/runner/talk.js';
import { checkout, collector, FIXTURES, git } from './app.js';
import { tree } from './folder.js';

/** The command on a copy of an app, with somebody there who answers. */
async function talked(answers: Partial<Pick<Talk, 'choose' | 'agree'>> = {}, flags: Partial<RunOptions> = {}) {
  const cwd = checkout(join(FIXTURES, 'apps', 'v4-app-ts', 'input'));
  const heard: { surveys: Survey[]; proposals: Proposal[]; endings: Ending[] } = {
    surveys: [],
    proposals: [],
    endings: [],
  };
  const talk: Talk = {
    choose: async (survey) => {
      heard.surveys.push(survey);
      return answers.choose ? answers.choose(survey) : {};
    },
    agree: async (proposal) => {
      heard.proposals.push(proposal);
      return answers.agree ? answers.agree(proposal) : proposal.plan;
    },
    close: (ending) => void heard.endings.push(ending),
  };
  const output = { ...collector(), talk };
  const options = { cwd, paths: ['.'], transforms: [], diff: false, reports: [], format: 'pretty', ignore: [] };
  const rest = { dryRun: false, force: false, yes: false, todo: true, bridge: true, strict: false, ...flags };
  const error = await run({ ...options, ...rest }, output).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { ...heard, cwd, error, out: output.text.out, changed: git(cwd, 'status', '--porcelain') !== '' };
}

describe('a person at the terminal', () => {
  it('is told what was found before anything is decided', async () => {
    const { surveys } = await talked();
    expect(surveys).toMatchObject([
      { filesWithSites: 9, database: '@next-auth/prisma-adapter', readsOnServer: true, given: {} },
    ]);
    expect(surveys[0]!.sites).toContainEqual({ kind: 'imports', count: 15 });
    expect(surveys[0]!.sites).toContainEqual({ kind: 'type augmentation', count: 1 });
  });

  it('is asked once about the plan, and nothing is written on a no', async () => {
    const { proposals, error, changed, endings } = await talked({ agree: async () => undefined });
    expect(proposals).toHaveLength(1);
    expect(error).toMatchObject({ name: 'BadInput', message: 'nothing was written' });
    expect({ changed, endings }).toEqual({ changed: false, endings: [] });
  });

  it('may stop at the first question', async () => {
    const { proposals, error, changed } = await talked({ choose: async () => undefined });
    expect(error).toMatchObject({ name: 'BadInput' });
    expect({ proposals, changed }).toEqual({ proposals: [], changed: false });
  });

  it('gets what was chosen written, and the most important of the report; all of it is kept outside of the tracked files', async () => {
    const { cwd, error, endings, out } = await talked({ choose: async () => ({ userIds: 'clerk' }) });
    expect(error).toBeUndefined();
    expect(readFileSync(join(cwd, 'app/projects/page.tsx'), 'utf8')).not.toMatch(/externalId/);
    expect(endings).toMatchObject([{ kept: '.git/authjs-clerk-codemod/last-run.md', packageManager: 'npm' }]);
    expect(readFileSync(join(cwd, endings[0]!.kept!), 'utf8')).toMatch(/^#/);
    expect(git(cwd, 'status', '--porcelain')).not.toMatch(/last-run/);
    expect(out).toBe('');
  });

  it('is not asked what the command line said', async () => {
    const { surveys } = await talked({}, { userIds: 'external' });
    expect(surveys[0]!.given).toEqual({ userIds: 'external' });
  });

  it.each([[{ yes: true }], [{ dryRun: true }], [{ format: 'json' }]])('is not asked with %o', async (flags) => {
    const { surveys, proposals, out } = await talked({}, flags);
    expect({ surveys, proposals }).toEqual({ surveys: [], proposals: [] });
    expect(out).not.toBe('');
  });

  it('has to be there for --interactive', async () => {
    const { error, changed } = await talked({}, { interactive: true, yes: true });
    expect(error).toMatchObject({ name: 'BadInput', message: expect.stringContaining('needs a terminal') });
    expect(changed).toBe(false);
  });
});

it('leaves out what a person skipped, and plans the rest around it', async () => {
  const { cwd, error, endings } = await talked({
    agree: async (proposal) => {
      const module = proposal.plan.files.find(({ path }) => path.endsWith('clerk-session.ts'))!;
      return (await proposal.without(new Set([module.path]))).plan;
    },
  });
  expect(error).toBeUndefined();
  expect(existsSync(join(cwd, 'lib/clerk-session.ts'))).toBe(false);
  const importers = Object.entries(tree(cwd)).filter(
    ([path, text]) => /\.tsx?$/.test(path) && /clerk-session/.test(text),
  );
  expect(importers).toEqual([]);
  expect(endings[0]!.report.summary.sitesManual).toBeGreaterThan(2);
});
