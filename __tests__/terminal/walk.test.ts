import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlannedFile } from '../../lib/ledger.js';
import { OpenApp } from '../../lib/runner/open-app.js';
import type { Proposal } from '../../lib/runner/talk.js';
import { walk, type Answer, type Step } from '../../lib/terminal/walk.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { checkout, FIXTURES } from '../runner/app.js';

/** A plan of files by name, in which `user` goes with `module`, and `setUp` stays while `user` does. */
function proposal(left: ReadonlySet<string> = new Set()): Proposal {
  const file = (path: string, after: string | null): PlannedFile => ({ path, before: 'old', after });
  const user = !left.has('module') && !left.has('user');
  const files = [
    ...(left.has('module') ? [] : [file('module', 'made')]),
    ...(user ? [file('user', 'imports it')] : []),
    ...(left.has('other') ? [] : [file('other', user ? 'with user' : 'without user')]),
  ];
  return {
    plan: { files } as unknown as Proposal['plan'],
    nameOf: (path) => `app/${path}`,
    diffOf: ({ after }) => `+${after}`,
    without: async (paths) => proposal(paths),
  };
}

async function walked(answers: Record<string, Answer[]>) {
  const steps: Step[] = [];
  const told: string[] = [];
  const result = await walk(
    proposal(),
    async (step) => {
      steps.push(step);
      return answers[step.file.path]?.shift() ?? 'accept';
    },
    (text) => void told.push(text),
  );
  return { steps, told, files: result?.plan.files.map(({ path, after }) => `${path}: ${after}`) };
}

describe('file by file', () => {
  it('accepts each', async () => {
    const { steps, told, files } = await walked({});
    expect(steps.map(({ name, position, total, diff }) => `${position}/${total} ${name} ${diff}`)).toEqual([
      '1/3 app/module +made',
      '2/3 app/other +with user',
      '3/3 app/user +imports it',
    ]);
    expect({ told, files }).toEqual({ told: [], files: ['module: made', 'user: imports it', 'other: with user'] });
  });

  it('plans anew without a skipped file, and says which others change', async () => {
    const { steps, told, files } = await walked({ module: ['skip'] });
    expect(files).toEqual(['other: without user']);
    expect(told).toEqual(['Without app/module these come out otherwise: app/user, app/other']);
    expect(steps.map(({ name }) => name)).toEqual(['app/module', 'app/other']);
  });

  it('shows a file again that was accepted in another form', async () => {
    const { steps, files } = await walked({ user: ['skip'] });
    expect(files).toEqual(['module: made', 'other: without user']);
    expect(steps.map(({ name, isAgain }) => [name, isAgain])).toEqual([
      ['app/module', false],
      ['app/other', false],
      ['app/user', false],
      ['app/other', true],
    ]);
  });

  it('takes all that follow, or nothing', async () => {
    const all = await walked({ module: ['all'] });
    expect([all.steps.length, all.files?.length]).toEqual([1, 3]);
    expect((await walked({ user: ['quit'] })).files).toBeUndefined();
  });

  it('skips every file of an app, one after the other, and comes to an end with nothing to write', async () => {
    const cwd = checkout(join(FIXTURES, 'apps', 'v4-app-ts', 'input'));
    const app = await OpenApp.read({
      cwd,
      path: '.',
      ignore: [],
      transforms: TRANSFORMS,
      todo: true,
      bridge: true,
      formatFiles: false,
    });
    const of = async (left: ReadonlySet<string>): Promise<Proposal> => ({
      plan: await app.plan({}, left),
      nameOf: (path) => path,
      diffOf: () => '',
      without: of,
    });
    const result = await walk(
      await of(new Set()),
      async () => 'skip',
      () => {},
    );
    expect(result?.plan.files).toEqual([]);
    expect(result?.plan.report.summary).toMatchObject({ sitesRewritten: 0, sitesRemoved: 0, sitesBridged: 0 });
  });
});
