import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imbalance } from '../lib/ledger.js';
import { expectedOf, manualSites, type Expected } from './helpers/app-report.js';
import { faultsOf } from './helpers/report-schema.js';
import { checkOn, checkout, commitAll, FIXTURES, runOn } from './runner/app.js';
import { tree } from './runner/folder.js';

const APPS = join(FIXTURES, 'apps');

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
    expect(first.report.summary.durationMs).toBeGreaterThanOrEqual(0);
    expect(imbalance(first.report)).toBeUndefined();
    expect(faultsOf(first.report)).toEqual([]);
    expect(first.code).toBe(0);
    const { check: _, ...ran } = expected;
    expect(expectedOf(first.report, { code: 0, report: first.report })).toMatchObject(ran);
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
    const checked = await checkOn(dir);
    expect(expectedOf(first.report, checked).check).toEqual(expected.check);
    expect(faultsOf(checked.report)).toEqual([]);
  });
});
