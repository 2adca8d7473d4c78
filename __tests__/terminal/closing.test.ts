import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { followUpLines, ledgerLines, nextCommand, openLines } from '../../lib/terminal/closing.js';
import { planLines, questionFor } from '../../lib/terminal/overview.js';
import { sample } from '../report/sample.js';

const plain = createColors(false);

describe('what a person is told', () => {
  it('before: every file with what becomes of it, what stays by rule, and a sum', () => {
    const lines = planLines(sample(), plain);
    const { files, summary } = sample();
    const changed = files.filter(({ status }) => ['modified', 'created', 'deleted'].includes(status));
    for (const { path } of changed) expect(lines.some((line) => line.includes(path))).toBe(true);
    expect(lines.filter((line) => line.startsWith('! ')).length).toBeGreaterThan(0);
    expect(lines.at(-1)).toBe(
      `${summary.sitesFound} sites: ${summary.sitesRewritten} rewritten + ${summary.sitesRemoved} removed + ${summary.sitesBridged} bridged + ${summary.sitesManual} for you`,
    );
    expect(questionFor(sample())).toMatch(/^Change \d+ files?, create \d+ and delete \d+\?$/);
  });

  it('after: the ledger, files that failed, the rules with lines that can be clicked', () => {
    expect(ledgerLines(sample(), plain)[0]).toMatch(/^\d+ sites: \d+ rewritten \+ \d+ removed/);
    const failed = sample().files.filter(({ status }) => status === 'error');
    expect(ledgerLines(sample(), plain).filter((line) => line.includes('was left as it was'))).toHaveLength(
      failed.length,
    );
    expect(openLines(sample(), plain).some((line) => /^ {2}\S+:\d+:\d+ /.test(line))).toBe(true);
  });

  it('names five rules at most with their places, and the others', () => {
    const report = sample();
    const [site] = report.files.flatMap(({ sites }) => sites.filter(({ outcome }) => outcome === 'manual'));
    const sites = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((rule) => ({ ...site!, rule, outcome: 'manual' as const }));
    const lines = openLines({ ...report, files: [{ ...report.files[0]!, sites }] }, plain);
    expect(lines.filter((line) => line.includes('· 1 site'))).toHaveLength(5);
    expect(lines).toContain('and f, g');
  });

  it('next: one command, which is not said twice', () => {
    const report = sample();
    const manifest = { path: 'package.json', status: 'modified' as const, transforms: [], sites: [] };
    const install = { rule: 'dependency', title: 'Install what package.json names now', detail: 'Run: pnpm install' };
    const written = { ...report, files: [...report.files, manifest], followUps: [install] };
    expect(nextCommand({ report: written, kept: undefined, packageManager: 'pnpm' })).toBe('pnpm install');
    expect(followUpLines(written, plain)).toEqual([]);
    const nothing = { ...report, files: [], followUps: [] };
    expect(nextCommand({ report: nothing, kept: undefined, packageManager: 'pnpm' })).toBe('git diff');
    const done = { ...nothing, summary: { ...report.summary, sitesManual: 0 } };
    expect(nextCommand({ report: done, kept: undefined, packageManager: 'npm' })).toMatch(/check \.$/);
  });
});
