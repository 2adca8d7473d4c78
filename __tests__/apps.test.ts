import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imbalance, type Report, type Summary } from '../lib/ledger.js';
import { checkOn, checkout, commitAll, FIXTURES, runOn } from './runner/app.js';
import { tree } from './runner/folder.js';

/** What stands beside an app's two trees: the numbers, what is left to a person, and what `check` says then. */
interface Expected {
  readonly summary: Omit<Summary, 'durationMs'>;
  readonly manual: readonly { path: string; line: number; rule: string }[];
  readonly followUps: readonly string[];
  readonly check: { code: number; left: readonly string[] };
}

const APPS = join(FIXTURES, 'apps');

const manualSites = (report: Report) =>
  report.files.flatMap(({ path, sites }) =>
    sites
      .filter(({ outcome }) => outcome === 'manual')
      .map(({ rule, line, outputLine = line }) => ({ path, line: outputLine, rule })),
  );

/** The files of a tree, without git's. */
const files = (dir: string) =>
  Object.fromEntries(Object.entries(tree(dir)).filter(([path]) => !path.startsWith('.git/') && !path.endsWith('/')));

describe.each(readdirSync(APPS))('the app %s', (name) => {
  const folder = (part: string) => join(APPS, name, part);
  const expected = JSON.parse(readFileSync(folder('report.json'), 'utf8')) as Expected;
  const wanted = existsSync(folder('expected')) ? files(folder('expected')) : {};
  let dir: string;
  let first: Awaited<ReturnType<typeof runOn>>;
  let output: Record<string, string>;

  beforeAll(async () => {
    dir = checkout(folder('input'), realpathSync(mkdtempSync(join(tmpdir(), 'acc-app-'))));
    first = await runOn(dir);
    output = files(dir);
  });

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('has the files that it should have, and no other', () => {
    expect(Object.keys(output)).toEqual(Object.keys(wanted));
  });

  it.each(Object.keys(wanted))('%s is as expected', (path) => {
    expect(output[path]).toBe(wanted[path]);
  });

  it('has a ledger that adds up, and names what is left', () => {
    const { durationMs, ...summary } = first.report.summary;
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(imbalance(first.report)).toBeUndefined();
    expect(first.code).toBe(0);
    expect(summary).toEqual(expected.summary);
    expect(manualSites(first.report)).toEqual(expected.manual);
    expect(first.report.followUps.map(({ title }) => title)).toEqual(expected.followUps);
  });

  it('stays as it is in a second run', async () => {
    commitAll(dir);
    const second = await runOn(dir);
    expect(files(dir)).toEqual(output);
    expect(second.code).toBe(0);
    expect(imbalance(second.report)).toBeUndefined();
    const { filesChanged, filesCreated, filesDeleted, errors, sitesManual } = second.report.summary;
    expect({ filesChanged, filesCreated, filesDeleted, errors }).toEqual({
      filesChanged: 0,
      filesCreated: 0,
      filesDeleted: 0,
      errors: 0,
    });
    expect(manualSites(second.report)).toEqual(expected.manual);
    expect(sitesManual).toBe(expected.summary.sitesManual);
  });

  it('is judged by check', async () => {
    const { code, report } = await checkOn(dir);
    const left = report.files.flatMap(({ path, sites }) =>
      sites.map(({ symbol, line, column }) => `${path}:${line}:${column} ${symbol}`),
    );
    expect({ code, left }).toEqual(expected.check);
  });
});
