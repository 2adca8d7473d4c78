import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commitAll, FIXTURES } from '../runner/app.js';
import { fill, folder, tree } from '../runner/folder.js';

const RUNS = 50;
const COPIES = 36;
const BIN = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'authjs-clerk-codemod.js');
const JOURNAL = '.git/authjs-clerk-codemod';

/** Files of the fixture, and where the copies of each go. */
const COPIED: Readonly<Record<string, (index: number) => string>> = {
  'app/projects/page.tsx': (index) => `app/(team)/projects-${index}/page.tsx`,
  'app/api/projects/route.ts': (index) => `app/api/projects-${index}/[id]/route.ts`,
  'app/page.tsx': (index) => `app/home-${index}/page.tsx`,
  'components/header.tsx': (index) => `components/headers/header-${index}.tsx`,
};

/** An app of some 150 files, committed. */
function makeApp(): string {
  const dir = folder();
  cpSync(join(FIXTURES, 'apps', 'v4-app-ts', 'input'), dir, { recursive: true });
  for (const [from, to] of Object.entries(COPIED)) {
    const text = readFileSync(join(dir, from), 'utf8');
    for (let index = 0; index < COPIES; index += 1) fill(dir, { [to(index)]: text });
  }
  commitAll(dir);
  return dir;
}

/** Random parts of one, one in each stretch. */
const spread = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index + Math.random()) / count);

function copyOf(dir: string): string {
  const copy = folder();
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** The files without git's own: its index is rewritten as it likes. */
const filesOf = (dir: string) =>
  Object.fromEntries(Object.entries(tree(dir)).filter(([path]) => !path.startsWith('.git/')));

interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly took: number;
}

/** When to kill: some milliseconds after the start, or once a file is no longer the one that it was. */
type Moment = { readonly delay: number } | { readonly changed: string };

function run(cwd: string, moment?: Moment): Promise<Ended> {
  return new Promise((settle, fail) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [BIN, '.'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    const kill = () => void child.kill('SIGKILL');
    onTestFinished(kill);
    let err = '';
    if (moment && 'delay' in moment) setTimeout(kill, moment.delay);
    if (moment && 'changed' in moment) {
      const inode = () => statSync(join(cwd, moment.changed), { throwIfNoEntry: false })?.ino;
      const first = inode();
      const watch = () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        if (inode() === first) setImmediate(watch);
        else kill();
      };
      watch();
    }
    child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
    child.on('error', fail);
    child.on('close', (code) => settle({ code, err, took: performance.now() - begun }));
  });
}

test('a run on an app that is killed at any moment leaves whole files, and the next one finishes it', async () => {
  const app = makeApp();
  const before = filesOf(app);
  expect(Object.keys(before).filter((path) => !path.endsWith('/')).length).toBeGreaterThan(150);

  const times: number[] = [];
  let after: Record<string, string> = {};
  for (let index = 0; index < 3; index += 1) {
    const copy = copyOf(app);
    const { code, took } = await run(copy);
    expect(code).toBe(0);
    times.push(took);
    after = filesOf(copy);
    expect(existsSync(join(copy, JOURNAL))).toBe(false);
  }
  const duration = times.toSorted((a, b) => a - b)[1]!;
  const changed = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  expect(changed.length).toBeGreaterThan(140);

  const seen = { untouched: 0, midway: 0, done: 0 };
  const modified = changed.filter((path) => path in before && path in after);
  const moments: Moment[] = [
    ...spread(RUNS).map((part) => ({ delay: part * duration })),
    // The writing is a small part of a run, so it gets moments of its own.
    ...spread(RUNS / 2).map((part) => ({ changed: modified[Math.floor(part * modified.length)]! })),
  ];
  for (const moment of moments) {
    const copy = copyOf(app);
    await run(copy, moment);
    const now = filesOf(copy);
    for (const path of new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(now)])) {
      // A folder may be there a moment too long, and what was not yet given its name is no file of the app's.
      if (path.endsWith('/') || path.endsWith('.authjs-clerk-codemod.tmp')) continue;
      expect(now[path] === before[path] || now[path] === after[path], `${path} is whole`).toBe(true);
    }
    const count = changed.filter((path) => now[path] === after[path]).length;
    seen[count === 0 ? 'untouched' : count === changed.length ? 'done' : 'midway'] += 1;
    const isPending = existsSync(join(copy, JOURNAL, 'journal.json'));
    expect(isPending || count === 0 || count === changed.length, 'a half-way run has its journal').toBe(true);

    const { code, err } = await run(copy);
    expect(err.includes('An earlier run was interrupted; it is finished now')).toBe(isPending);
    // All was written and the journal gone: to git that is a tree with changes, like any other.
    expect(code).toBe(!isPending && count > 0 ? 2 : 0);
    expect(filesOf(copy)).toEqual(after);
    // A kill may fall between the journal's end and its folder's; a run that is refused then tidies nothing.
    const left = existsSync(join(copy, JOURNAL)) ? readdirSync(join(copy, JOURNAL)) : 'nothing';
    expect(code === 0 ? ['nothing'] : ['nothing', []]).toContainEqual(left);
  }
  // Else the delays miss the writing, and the test shows nothing.
  expect(seen.midway).toBeGreaterThanOrEqual(RUNS / 8);
});
