import type { Report } from '../ledger.js';
import { severityOf } from '../source/rules.js';
import { LEVELS } from './levels.js';
import { failures, openSites } from './open-sites.js';

/** Workflow commands that GitHub shows as annotations of a pull request: a site that is left by its rule's severity, an error a file that failed. */
export function renderGithub(report: Report, { dryRun }: { dryRun: boolean }): string {
  const { summary } = report;
  const lines = [
    ...failures(report).map(({ path, reason }) =>
      command('error', { file: path, line: 1, title: 'file-error' }, reason),
    ),
    ...openSites(report, dryRun).map(({ file, site, line, endLine, columns }) =>
      command(
        LEVELS[severityOf(site.rule)].github,
        {
          file: file.path,
          line,
          endLine,
          // GitHub takes columns only where a place begins and ends on one line.
          ...(columns && line === endLine && { col: columns.start, endColumn: columns.end }),
          title: site.rule,
        },
        `${site.message} (${site.help})`,
      ),
    ),
    command(
      'notice',
      { title: report.tool.name },
      `${summary.sitesFound} references to Auth.js: ${summary.sitesRewritten} rewritten, ${summary.sitesRemoved} removed, ${summary.sitesBridged} bridged, ${summary.sitesManual} left`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const command = (name: string, properties: Readonly<Record<string, string | number>>, message: string): string =>
  `::${name} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',')}::${escapeData(message)}`;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
