import type { Report } from '../ledger.js';
import { ruleOf, severityOf } from '../source/rules.js';
import { failures, openSites } from './open-sites.js';
import { clean, linesOf } from './text.js';

/**
 * One line a site that is left, for a coding agent: `path:line:column: severity rule: message help: what to do`, the
 * manner of oxlint's format of this name. Then what to do after the run, and one line of numbers.
 */
export function renderAgent(report: Report, { dryRun }: { dryRun: boolean }): string {
  const { summary } = report;
  const lines = [
    ...failures(report).map(({ path, reason }) => `${clean(path)}:1:1: error file-error: ${clean(reason)}`),
    ...openSites(report, dryRun).map(({ file, site, line, columns }) => {
      const todo = ruleOf(site.rule)?.todo;
      const help = todo === undefined ? '' : ` help: ${linesOf(todo).join(' ')}`;
      return `${clean(file.path)}:${line}:${columns?.start ?? 1}: ${severityOf(site.rule)} ${site.rule}: ${linesOf(site.message).join(' ')}${help}`;
    }),
    ...report.followUps.map(
      ({ rule, title, detail }) => `todo ${rule}: ${linesOf(title).join(' ')}: ${linesOf(detail).join(' ')}`,
    ),
    `${summary.sitesFound} sites: ${summary.sitesRewritten} rewritten, ${summary.sitesRemoved} removed, ${summary.sitesBridged} bridged, ${summary.sitesManual} manual, ${summary.errors} errors${dryRun ? ' (dry run)' : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}
