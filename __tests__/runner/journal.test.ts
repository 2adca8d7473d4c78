import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PlannedFile } from '../../lib/ledger.js';
import {
  execute,
  journalOf,
  PendingJournal,
  readJournal,
  removeJournal,
  replay,
  StaleFiles,
  writeJournal,
} from '../../lib/runner/journal.js';
import { journalPath } from '../../lib/runner/journal-path.js';
import { temporaryPath } from '../../lib/runner/write.js';
import { sample } from '../report/sample.js';
import { fill, folder, tree } from './folder.js';

const FILES = { 'package.json': '{}', 'a.ts': 'a1\r\n', 'b.ts': '\ufeffb1', 'old/deep/gone.ts': 'g' };

function planIn(root: string): { root: string; files: PlannedFile[] } {
  return {
    root,
    files: [
      { path: join(root, 'a.ts'), before: 'a1\r\n', after: 'a2\r\n' },
      { path: join(root, 'b.ts'), before: '\ufeffb1', after: '\ufeffb2' },
      { path: join(root, 'new/c.ts'), before: null, after: 'c2' },
      { path: join(root, 'old/deep/gone.ts'), before: 'g', after: null },
    ],
  };
}

const DONE = { 'package.json': '{}', 'a.ts': 'a2\r\n', 'b.ts': '\u00ef\u00bb\u00bfb2', 'new/': '', 'new/c.ts': 'c2' };

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('where the journal lies', () => {
  test('in the git directory, else in the state folder of the user, by root', () => {
    expect(journalPath('/r', '/r/.git/worktrees/x')).toBe(
      join('/r/.git/worktrees/x/authjs-clerk-codemod/journal.json'),
    );
    const state = folder();
    vi.stubEnv(process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME', join(state, 'not/yet'));
    const path = journalPath('/r', undefined);
    expect(dirname(path)).toBe(join(state, 'not/yet/authjs-clerk-codemod'));
    expect(journalPath('/r/', undefined)).toBe(path);
    expect(journalPath('/other', undefined)).not.toBe(path);
    expect(existsSync(join(state, 'not'))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('a home that cannot be written to is passed over', () => {
    vi.stubEnv('XDG_STATE_HOME', 'relative');
    vi.stubEnv('HOME', '/dev/null/home');
    expect(journalPath('/r', undefined).startsWith(tmpdir())).toBe(true);
  });
});

describe('executing a plan', () => {
  test('writes the files, with a journal while it does, and none afterwards', () => {
    const root = folder(FILES);
    const journalFile = journalPath(root, join(folder(), '.git'));
    const during: boolean[] = [];
    execute(planIn(root), sample(), journalFile, {
      written: () => during.push(readJournal(journalFile, root) !== undefined),
    });
    expect(tree(root)).toEqual(DONE);
    expect(during).toEqual([true, true, true, true]);
    expect(existsSync(dirname(journalFile))).toBe(false);
  });

  test('stale files stop it before anything is written', () => {
    const root = folder({ ...FILES, 'b.ts': 'changed' });
    const journalFile = join(folder(), 'j/journal.json');
    const before = tree(root);
    let thrown: unknown;
    try {
      execute(planIn(root), sample(), journalFile);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StaleFiles);
    expect(thrown).toMatchObject({ paths: [join(root, 'b.ts')] });
    expect(tree(root)).toEqual(before);
    expect(existsSync(journalFile)).toBe(false);
  });

  test("an unfinished run's journal is not overwritten, unless its folder is gone", () => {
    const root = folder(FILES);
    const other = folder(FILES);
    const journalFile = join(folder(), 'j/journal.json');
    writeJournal(journalFile, journalOf(planIn(other), sample()));
    expect(() => execute(planIn(root), sample(), journalFile)).toThrow(PendingJournal);
    rmSync(other, { recursive: true });
    execute(planIn(root), sample(), journalFile);
    expect(tree(root)).toEqual(DONE);
  });

  test('a plan that changes nothing leaves no trace', () => {
    const root = folder({ 'a.ts': 'a' });
    const journalFile = join(folder(), 'j/journal.json');
    execute({ root, files: [{ path: join(root, 'a.ts'), before: 'a', after: 'a' }] }, sample(), journalFile);
    expect(existsSync(dirname(journalFile))).toBe(false);
  });

  test('where writing fails, the journal stays and the next run goes on', () => {
    const root = folder(FILES);
    const journalFile = join(folder(), 'j/journal.json');
    const stop = (): never => {
      throw new Error('disk full');
    };
    expect(() => execute(planIn(root), sample(), journalFile, { written: stop })).toThrow('disk full');
    const journal = readJournal(journalFile, root)!;
    expect(journal.report).toEqual(sample());
    expect(replay(journal)).toEqual({ done: ['a.ts', 'b.ts', 'new/c.ts'], conflicts: [] });
    expect(tree(root)).toEqual(DONE);
    expect(replay(journal)).toEqual({ done: [], conflicts: [] });
  });
});

describe('the journal', () => {
  test('is read back, for its root only, and is readable by its owner only', () => {
    const root = folder(FILES);
    const path = join(folder(), 'j/journal.json');
    const journal = journalOf(planIn(root), sample());
    writeJournal(path, journal);
    expect(readJournal(path)).toEqual(journal);
    expect(readJournal(path, root)).toEqual(journal);
    expect(readJournal(path, dirname(root))).toBeUndefined();
    expect(existsSync(path)).toBe(true);
    // Windows has no such modes.
    expect(process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777).toBe(0o600);
    removeJournal(path);
    expect(readJournal(path)).toBeUndefined();
  });

  test.each([
    '',
    '{"version":1,"root":"/x","fi',
    '[]',
    '{"version":2}',
    '{"version":1,"root":"/x","files":[{"path":1}],"report":{}}',
  ])('what is none is removed: %j', (text) => {
    const path = join(folder({ 'j/journal.json': text }), 'j/journal.json');
    expect(readJournal(path)).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });
});

describe('a replay', () => {
  test('takes up from every point, removes leftovers, and leaves alone what somebody changed', () => {
    const root = folder({ ...FILES, 'a.ts': 'a2\r\n', 'b.ts': 'mine' });
    const journal = journalOf(planIn(root), sample());
    writeFileSync(temporaryPath(join(root, 'a.ts')), 'half');
    mkdirSync(join(root, 'new'));
    writeFileSync(temporaryPath(join(root, 'new/c.ts')), 'half');
    expect(replay(journal)).toEqual({ done: ['new/c.ts', 'old/deep/gone.ts'], conflicts: ['b.ts'] });
    expect(tree(root)).toEqual({ ...DONE, 'b.ts': 'mine' });
  });

  test('empty folders go although the file is gone already', () => {
    const root = folder(FILES);
    const journal = journalOf(planIn(root), sample());
    rmSync(join(root, 'old/deep/gone.ts'));
    expect(replay(journal).done).not.toContain('old/deep/gone.ts');
    expect(tree(root)).toEqual(DONE);
  });

  test('a file and a folder that swap places', () => {
    const start = { 'package.json': '{}', auth: 'x' };
    const files = (root: string): PlannedFile[] => [
      { path: join(root, 'auth/index.ts'), before: null, after: '1' },
      { path: join(root, 'auth'), before: 'x', after: null },
    ];
    const root = folder(start);
    const journal = journalOf({ root, files: files(root) }, sample());
    expect(replay(journal)).toEqual({ done: ['auth/index.ts', 'auth'], conflicts: [] });
    expect(replay(journal)).toEqual({ done: [], conflicts: [] });
    expect(readFileSync(join(root, 'auth/index.ts'), 'utf8')).toBe('1');
  });

  test('a new file that somebody else wrote stays theirs', () => {
    const root = folder(FILES);
    const journal = journalOf(planIn(root), sample());
    fill(root, { 'new/c.ts': 'theirs' });
    expect(replay(journal).conflicts).toEqual(['new/c.ts']);
    expect(readFileSync(join(root, 'new/c.ts'), 'utf8')).toBe('theirs');
  });
});
