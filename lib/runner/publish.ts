import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createColors } from 'picocolors';
import { imbalance, type Report } from '../ledger.js';
import type { Project } from '../project/index.js';
import { render, type Format, type RenderOptions } from '../report/index.js';
import { colorDiff, unifiedDiff } from './diff.js';
import type { Output, RunOptions } from './options.js';
import { displayPath } from './paths.js';
import type { RunPlan } from './plan.js';
import { writeWhole } from './write.js';

/** The files that --report named, each in its format. */
export function writeReports(
  report: Report,
  targets: readonly { path: string; format: Format }[],
  dryRun: boolean,
  texts: RenderOptions['texts'],
): void {
  for (const { path, format } of targets)
    writeFileSync(path, render(report, format, { colors: createColors(false), dryRun, ...(texts && { texts }) }));
}

/** The report on stdout. */
export function printReport(
  report: Report,
  format: Format,
  { dryRun }: RunOptions,
  output: Output,
  texts: RenderOptions['texts'],
): void {
  const { columns } = output;
  const colors = createColors(output.colors);
  output.out(
    render(report, format, { colors, dryRun, ...(texts && { texts }), ...(columns !== undefined && { columns }) }),
  );
}

export function printDiffs({ files }: RunPlan, project: Project, format: Format, output: Output): void {
  // What is printed for a machine stays readable to it.
  const print = format === 'pretty' ? output.out : output.err;
  for (const file of files) {
    const diff = unifiedDiff(file, displayPath(project, file.path));
    print(output.colors ? colorDiff(diff, createColors(true)) : diff);
  }
}

/**
 * Keeps the whole report of a run at whose end a person is told the most important of it: a second run finds nothing to
 * report. It lies beside the journal, outside of the tracked files.
 * @returns its path; undefined where it can't be written, which is no reason to fail after the app is
 */
export function keepReport(report: Report, journalFile: string): string | undefined {
  const path = join(dirname(journalFile), 'last-run.md');
  try {
    writeWhole(path, render(report, 'markdown', { colors: createColors(false), dryRun: false }), 0o600);
    return path;
  } catch {
    return undefined;
  }
}

/** 0 done, 1 done with errors, or with manual sites under --strict. */
export function exitCodeOf(report: Report, strict: boolean, output: Output): number {
  const fault = imbalance(report);
  if (fault !== undefined) output.err(`The ledger does not add up: ${fault}. This is a bug of the codemod.\n`);
  return fault !== undefined || report.summary.errors > 0 || (strict && report.summary.sitesManual > 0) ? 1 : 0;
}
