import type { Report } from '../ledger.js';
import { failures, fingerprintOf, openSites } from './open-sites.js';

/** GitLab's code quality report: a list of Code Climate issues. */
export function renderGitlab(report: Report, { dryRun }: { dryRun: boolean }): string {
  const issues = [
    ...failures(report).map(({ path, reason }) => ({
      description: reason,
      check_name: 'file-error',
      fingerprint: fingerprintOf('file-error', path),
      severity: 'critical',
      location: { path, lines: { begin: 1 } },
    })),
    ...openSites(report, dryRun).map(({ file, site, line, endLine, fingerprint }) => ({
      description: `${site.message} (${site.help})`,
      check_name: site.rule,
      fingerprint,
      severity: 'major',
      location: { path: file.path, lines: { begin: line, end: endLine } },
    })),
  ];
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
