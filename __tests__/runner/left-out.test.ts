import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imbalance } from '../../lib/ledger.js';
import { OpenApp } from '../../lib/runner/open-app.js';
import type { RunPlan } from '../../lib/runner/plan.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { checkout, FIXTURES } from './app.js';

const APPS = readdirSync(join(FIXTURES, 'apps'));

/** The generated modules that files of a plan import and that nobody has. */
function missing({ files }: RunPlan): string[] {
  const made = new Set(files.flatMap(({ path, after }) => (after === null ? [] : path.replace(/\.[jt]s$/, ''))));
  return files.flatMap(({ path, after }) =>
    [...(after ?? '').matchAll(/from ['"](\.{1,2}\/[^'"]*clerk-(?:session|auth)[^'"]*)['"]/g)]
      .map(([, source]) => resolve(dirname(path), source!.replace(/\.js$/, '')))
      .filter((target) => !made.has(target)),
  );
}

describe.each(APPS)('each file of the plan for %s', (name) => {
  it('may be left out: it stays as it is, the ledger adds up, and nothing imports what is not there', async () => {
    const cwd = checkout(join(FIXTURES, 'apps', name, 'input'));
    const app = await OpenApp.read({
      cwd,
      path: '.',
      ignore: [],
      transforms: TRANSFORMS,
      todo: true,
      bridge: true,
      formatFiles: false,
    });
    const whole = await app.plan();
    expect(missing(whole)).toEqual([]);
    for (const { path } of whole.files) {
      const plan = await app.plan({}, new Set([path]));
      expect(plan.files.map((file) => file.path)).not.toContain(path);
      expect({ path, fault: imbalance(plan.report), missing: missing(plan) }).toEqual({
        path,
        fault: undefined,
        missing: [],
      });
    }
    // Planning twice finds the same: the scan is not used up.
    expect((await app.plan()).files).toEqual(whole.files);
  });
});
