import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BadInput } from '../../lib/project/index.js';
import { StaleFiles, type Journal } from '../../lib/runner/journal.js';
import type { OpenApp } from '../../lib/runner/open-app.js';
import type { RunPlan } from '../../lib/runner/plan.js';
import { finishRun, writeRun } from '../../lib/runner/write-run.js';
import { collector } from './app.js';
import { folder } from './folder.js';

const full = (path: string) =>
  Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC', path });

/** An app whose writing ends in this. @param isBegun whether the journal is there by then */
function appThat(fails: unknown, isBegun = false) {
  const cwd = folder({ 'app/page.tsx': 'old\n' });
  const journalFile = join(cwd, 'journal.json');
  const app = {
    project: { cwd },
    journalFile,
    write: () => {
      if (isBegun) writeFileSync(journalFile, '{}');
      throw fails;
    },
  } as unknown as OpenApp;
  const plan = { files: [{ path: join(cwd, 'app/page.tsx'), before: 'old\n', after: 'new\n' }] } as unknown as RunPlan;
  return { app, plan, cwd };
}

it('a disk that takes nothing is bad input: nothing was written', () => {
  const { app, plan } = appThat(full('journal.json'));
  expect(() => writeRun(app, plan)).toThrow(BadInput);
  expect(() => writeRun(app, plan)).toThrow(/ can't be written to: no space left on device; nothing was written$/);
});

it('a disk that fills up on the way is one line that says what the next run does', () => {
  const error = full('');
  const { app, plan, cwd } = appThat(error, true);
  error.path = join(cwd, 'app/page.tsx');
  expect(writeRun(app, plan)).toBe(
    "app can't be written to: no space left on device. Every file is whole, some as before and some as after: mend that and run the command again, it writes the rest.",
  );
});

it('files that changed meanwhile are bad input, a bug is none', () => {
  const stale = appThat(new StaleFiles(['app/page.tsx']));
  expect(() => writeRun(stale.app, stale.plan)).toThrow(BadInput);
  const bug = appThat(new TypeError('x is not a function'));
  expect(() => writeRun(bug.app, bug.plan)).toThrow(TypeError);
});

it('an earlier run that can’t be finished either says so, and keeps its journal', () => {
  const { app, cwd } = appThat(undefined);
  // A file stands where a folder is needed, as one that may not be written to would.
  const journal = {
    version: 1,
    root: cwd,
    files: [{ path: 'app/page.tsx/x.ts', before: null, after: 'new\n' }],
  } as unknown as Journal;
  writeFileSync(app.journalFile, '{}');
  const output = collector();
  expect(finishRun(journal, app, output)).toMatch(
    / can't be written to: .+ run the command again, it writes the rest\.$/,
  );
  expect(existsSync(app.journalFile)).toBe(true);
  expect(output.text.out).toBe('');
});
