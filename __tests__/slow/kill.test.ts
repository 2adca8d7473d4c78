import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { PlannedFile } from '../../lib/ledger.js';
import { execute, journalOf, readJournal, removeJournal, replay, writeJournal } from '../../lib/runner/journal.js';
import { sample } from '../report/sample.js';
import { folder, tree } from '../runner/folder.js';

const RUNS = 50;
const CHILD = fileURLToPath(new URL('kill-child.mjs', import.meta.url));

/** Some kilobytes a file: a kill may well come in the middle of one, and the journal takes the smaller part of the time. */
function text(seed: string): string {
  return `\ufeff// ${seed}\r\n${`export const ü = '${seed}';\n`.repeat(300)}`;
}

const START: Record<string, string> = { 'package.json': '{}\n', 'app/untouched.ts': text('untouched') };
const CHANGES: [path: string, before: string | null, after: string | null][] = [];
for (let index = 0; index < 20; index += 1) {
  CHANGES.push([`app/(auth)/[id]/modified-${index}.ts`, text(`old ${index}`), text(`new ${index}`)]);
  CHANGES.push([`lib/made-${index % 4}/created-${index}.ts`, null, text(`created ${index}`)]);
  CHANGES.push([`app/api/gone-${index % 5}/deep/deleted-${index}.ts`, text(`deleted ${index}`), null]);
}
for (const [path, before] of CHANGES) if (before !== null) START[path] = before;

interface Scene {
  root: string;
  journalFile: string;
  planFile: string;
  files: PlannedFile[];
}

/** The app before the run, in a folder of its own. */
function scene(): Scene {
  const root = folder(START);
  const state = folder();
  const files = CHANGES.map(([path, before, after]) => ({ path: join(root, path), before, after }));
  const planFile = join(state, 'plan.json');
  writeFileSync(planFile, JSON.stringify({ plan: { root, files }, report: sample() }));
  return { root, journalFile: join(state, 'git/authjs-clerk-codemod/journal.json'), planFile, files };
}

/** Runs the child, and kills it `delay` milliseconds after it began. Answers how long it took, seen from here, where it came to its end. */
function run(
  mode: 'execute' | 'replay',
  { planFile, journalFile }: Scene,
  delay?: number,
): Promise<number | undefined> {
  return new Promise((settle, fail) => {
    const child = fork(CHILD, [mode, planFile, journalFile], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let begun = 0;
    let took: number | undefined;
    child.on('message', (message) => {
      if (message === 'end') took = performance.now() - begun;
      else begun = performance.now();
      if (message === 'end' || delay === undefined) return;
      // Timers are too coarse for a run of some milliseconds.
      while (performance.now() - begun < delay);
      child.kill('SIGKILL');
    });
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') settle(took);
      else fail(new Error(`the child ended with ${String(code ?? signal)}`));
    });
  });
}

/** How many files are as planned. Each must be whole: as it was, or as it is to be. */
function settled(root: string): number {
  const now = tree(root);
  const latin = (value: string | null): string | undefined =>
    value === null ? undefined : Buffer.from(value).toString('latin1');
  let count = 0;
  for (const [path, before, after] of CHANGES) {
    const isAfter = now[path] === latin(after);
    expect(isAfter || now[path] === latin(before), `${path} is whole`).toBe(true);
    if (isAfter) count += 1;
  }
  return count;
}

/** The app as a run leaves it that nobody killed. */
function finished(): Record<string, string> {
  const { root, files, journalFile } = scene();
  execute({ root, files }, sample(), journalFile);
  expect(settled(root)).toBe(CHANGES.length);
  return tree(root);
}

/** The median time of a few runs that nobody kills. */
async function durationOf(mode: 'execute' | 'replay', make: () => Scene): Promise<number> {
  const durations: number[] = [];
  for (let index = 0; index < 5; index += 1) durations.push((await run(mode, make())) ?? 0);
  return durations.toSorted((a, b) => a - b)[2]!;
}

test('a run that is killed at any moment is finished by the next one, byte for byte', async () => {
  const expected = finished();
  const duration = await durationOf('execute', scene);
  let midway = 0;
  for (let index = 0; index < RUNS; index += 1) {
    const current = scene();
    const { root, files, journalFile } = current;
    await run('execute', current, ((index + Math.random()) / RUNS) * duration);
    const count = settled(root);
    if (count > 0 && count < CHANGES.length) midway += 1;
    const journal = readJournal(journalFile, root);
    // Before the journal stands nothing is written, and when it goes everything is.
    expect(journal !== undefined || count === 0 || count === CHANGES.length, 'a half-way run has its journal').toBe(
      true,
    );
    const report = journal?.report ?? sample();
    const conflicts = journal === undefined ? [] : replay(journal).conflicts;
    expect({ conflicts, report }).toEqual({ conflicts: [], report: sample() });
    removeJournal(journalFile);
    if (journal === undefined && count === 0) execute({ root, files }, sample(), journalFile);
    expect(tree(root)).toEqual(expected);
    expect(existsSync(dirname(journalFile))).toBe(false);
  }
  // Else the delays miss the writing, and the test shows nothing.
  expect(midway).toBeGreaterThanOrEqual(RUNS / 8);
});

test('a replay that is killed is finished by the next one', async () => {
  const expected = finished();
  const interrupted = (): Scene => {
    const current = scene();
    writeJournal(current.journalFile, journalOf(current, sample()));
    return current;
  };
  const duration = await durationOf('replay', interrupted);
  let midway = 0;
  for (let index = 0; index < RUNS / 2; index += 1) {
    const current = interrupted();
    await run('replay', current, ((index + Math.random()) / (RUNS / 2)) * duration);
    const count = settled(current.root);
    if (count > 0 && count < CHANGES.length) midway += 1;
    const journal = readJournal(current.journalFile, current.root);
    expect(journal && replay(journal).conflicts).toEqual([]);
    expect(tree(current.root)).toEqual(expected);
  }
  expect(midway).toBeGreaterThanOrEqual(RUNS / 16);
});
