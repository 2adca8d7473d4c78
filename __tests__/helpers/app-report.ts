import type { Report, Summary } from '../../lib/ledger.js';

/** What stands beside a whole app's two trees: the numbers, what is left to a person, and what `check` says then. */
export interface Expected {
  readonly summary: Omit<Summary, 'durationMs'>;
  readonly manual: readonly { path: string; line: number; rule: string }[];
  readonly followUps: readonly string[];
  readonly check: { code: number; left: readonly string[] };
}

export const manualSites = (report: Report) =>
  report.files.flatMap(({ path, sites }) =>
    sites
      .filter(({ outcome }) => outcome === 'manual')
      .map(({ rule, line, outputLine = line }) => ({ path, line: outputLine, rule })),
  );

/** The part of a run's report, and of `check`'s after it, that an app's fixture holds. */
export function expectedOf(run: Report, checked: { code: number; report: Report }): Expected {
  const { durationMs: _, ...summary } = run.summary;
  return {
    summary,
    manual: manualSites(run),
    followUps: run.followUps.map(({ title }) => title),
    check: {
      code: checked.code,
      left: checked.report.files.flatMap(({ path, sites }) =>
        sites.map(({ symbol, line, column }) => `${path}:${line}:${column} ${symbol}`),
      ),
    },
  };
}
