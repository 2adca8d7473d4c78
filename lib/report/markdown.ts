import { OUTCOMES, type Report } from '../ledger.js';
import { code, escaped } from './markdown-text.js';
import { failures, openSites, type OpenSite } from './open-sites.js';
import { count } from './text.js';

/** No description of a pull request may be longer than 65,536 characters; the list of files goes first. */
const MOST_FILES = 200;

/** The report as the description of a pull request. */
export function renderMarkdown(report: Report, { dryRun }: { dryRun: boolean }): string {
  const { summary } = report;
  const counts = {
    rewritten: summary.sitesRewritten,
    removed: summary.sitesRemoved,
    bridged: summary.sitesBridged,
    manual: summary.sitesManual,
  };
  const done = summary.sitesFound - summary.sitesManual;
  const parts = [
    '## From Auth.js to Clerk',
    `${report.tool.name} ${report.tool.version} ${dryRun ? 'would move' : 'moved'} **${done} of ${count(summary.sitesFound, 'reference')}** to Auth.js.`,
    table(
      OUTCOMES.map((outcome) => outcome),
      [OUTCOMES.map((outcome) => String(counts[outcome]))],
    ),
    ...section('Could not be processed', failures(report), ({ path, reason }) => `- ${code(path)}: ${escaped(reason)}`),
    ...leftSection(openSites(report, dryRun)),
    ...section('Then', report.followUps, ({ title, detail }) => `- [ ] **${escaped(title)}.** ${escaped(detail)}`),
    ...fileSection(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.map(line).join('\n')];
}

function leftSection(open: readonly OpenSite[]): string[] {
  if (open.length === 0) return [];
  const rows = open.map(({ file, site, line }) => [
    code(`${file.path}:${line}`),
    `[${site.rule}](${site.help})`,
    escaped(site.message),
  ]);
  return ['### Left for a person', table(['Where', 'Rule', 'Why'], rows)];
}

function fileSection({ files }: Report): string[] {
  const changed = files.filter(({ status }) => /^(?:modified|created|deleted)$/.test(status));
  if (changed.length === 0) return [];
  const rest = changed.length - MOST_FILES;
  const lines = changed.slice(0, MOST_FILES).map(({ path, status }) => `- ${code(path)} ${status}`);
  return [
    `<details><summary>${count(changed.length, 'file')}</summary>`,
    [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n'),
    '</details>',
  ];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
