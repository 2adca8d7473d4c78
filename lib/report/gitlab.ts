import type { Issue } from 'codeclimate-types';
import type { Report } from '../ledger.js';
import { severityOf } from '../source/rules.js';
import { LEVELS } from './levels.js';
import { failures, fingerprintOf, openSites } from './open-sites.js';
import { linesOf } from './text.js';

/** GitLab's code quality report: a list of Code Climate's issues. */
export function renderGitlab(report: Report, { dryRun }: { dryRun: boolean }): string {
  const issues = [
    ...failures(report).map(({ path, reason }) => ({
      description: oneLine(reason),
      check_name: 'file-error',
      fingerprint: fingerprintOf('file-error', path),
      severity: LEVELS[severityOf('file-error')].gitlab,
      location: { path, lines: { begin: 1, end: 1 } },
    })),
    ...openSites(report, dryRun).map(({ file, site, line, endLine, fingerprint }) => ({
      description: `${oneLine(site.message)} (${site.help})`,
      check_name: site.rule,
      fingerprint,
      severity: LEVELS[severityOf(site.rule)].gitlab,
      location: { path: file.path, lines: { begin: line, end: endLine } },
    })),
  ].map((issue): Issue => ({ type: 'issue', categories: ['Compatibility'], ...issue }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

/** A description may not break its line. */
const oneLine = (text: string): string => linesOf(text).join(' ');
