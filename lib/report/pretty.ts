import { countOutcomes, OUTCOMES } from '../ledger.js';
import type { FileStatus, Report, ReportedFile, ReportedProject } from '../ledger.js';
import { factsOf } from './facts.js';
import { columnWidth, NARROWEST, type PrettyOptions } from './layout.js';
import { leftSection } from './left.js';
import { routeSection } from './routes.js';
import { clean, count, linesOf, wrap } from './text.js';

export type { PrettyOptions };

/** In a terminal no more changed files than this are named: git lists them too, and what is left stands below. */
const MOST_FILES = 40;

const CHANGES: readonly { status: FileStatus; done: string; planned: string; color: 'yellow' | 'green' | 'red' }[] = [
  { status: 'modified', done: 'Modified', planned: 'To modify', color: 'yellow' },
  { status: 'created', done: 'Created', planned: 'To create', color: 'green' },
  { status: 'deleted', done: 'Deleted', planned: 'To delete', color: 'red' },
];

/** The report for a person at a terminal: what the app is, what changed, what is left, what failed, and one line of numbers. */
export function renderPretty(report: Report, options: PrettyOptions): string {
  const apps = appLines(report, options);
  const nothing =
    report.files.length === 0 &&
    report.followUps.length === 0 &&
    report.summary.sitesFound === 0 &&
    report.summary.errors === 0 &&
    report.projects.every((project) => project.authjs === null);
  if (nothing && apps.length > 0) return `${apps.join('\n')}\n`;
  const sections = [
    apps,
    ...changeSections(report, options),
    leftSection(report, options),
    errorSection(report, options),
    routeSection(report, options),
    followUpSection(report, options),
    [summaryLine(report, options)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const appLines = (report: Report, { colors }: PrettyOptions): string[] =>
  report.projects.map((project) => appLine(project, colors));

/** What is known of an app, in one line. */
export function appLine(project: ReportedProject, colors: PrettyOptions['colors']): string {
  const [name, ...facts] = factsOf(project);
  if (project.authjs === null) facts.push('no Auth.js here, nothing to do');
  return [colors.bold(name ?? 'This folder'), ...facts].join(' · ');
}

function changeSections(report: Report, { colors, dryRun, columns }: PrettyOptions): string[][] {
  return CHANGES.map(({ status, done, planned, color }) => {
    const rows = report.files
      .filter((file) => file.status === status)
      .map((file): Row => ({ location: clean(file.path), counts: countsOf(file) }));
    if (rows.length === 0) return [];
    const shown = columns === undefined || rows.length <= MOST_FILES + 1 ? rows : rows.slice(0, MOST_FILES);
    const width = columnWidth(shown.map((row) => row.location));
    const heading = `${colors.bold(colors[color](dryRun ? planned : done))} ${colors.dim(`· ${count(rows.length, 'file')}`)}`;
    return [
      heading,
      ...shown.map(({ location, counts }) =>
        counts === '' ? `  ${location}` : `  ${location.padEnd(width)}  ${colors.dim(counts)}`,
      ),
      ...(shown.length < rows.length ? [colors.dim(`  and ${rows.length - shown.length} more`)] : []),
    ];
  });
}

interface Row {
  location: string;
  counts: string;
}

function countsOf(file: ReportedFile): string {
  const counts = countOutcomes([file]);
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`);
  return [...parts, ...(isMarkedOnly(file) ? ['TODO comments only'] : [])].join(', ');
}

/** Source code that no transform changed, and of which all is left: what was written are the comments that say so. */
const isMarkedOnly = ({ path, status, transforms, sites }: ReportedFile): boolean =>
  status === 'modified' &&
  transforms.length === 0 &&
  /\.[cm]?[jt]sx?$/.test(path) &&
  sites.length > 0 &&
  sites.every(({ outcome }) => outcome === 'manual');

function errorSection(report: Report, { colors }: PrettyOptions): string[] {
  const failed = report.files.filter((file) => file.status === 'error' || file.error !== undefined);
  if (failed.length === 0) return [];
  const lines = failed.flatMap((file) => {
    const reason = linesOf(file.error ?? 'no reason was given');
    return [`  ${clean(file.path)}`, ...reason.map((line) => `    ${line}`)];
  });
  const heading = `${colors.bold(colors.red('Errors'))} ${colors.dim(`· ${count(failed.length, 'file')}, left as they were`)}`;
  return [heading, ...lines];
}

function followUpSection(report: Report, { colors, columns }: PrettyOptions): string[] {
  if (report.followUps.length === 0) return [];
  const room = columns === undefined ? 0 : columns - 4;
  const lines = report.followUps.flatMap(({ title, detail }) => {
    const text =
      detail.trim() === '' ? [] : linesOf(detail).flatMap((line) => (room < NARROWEST ? [line] : wrap(line, room)));
    return [`  ${linesOf(title).join(' ')}`, ...text.map((line) => (line === '' ? '' : colors.dim(`    ${line}`)))];
  });
  return [colors.bold('Then'), ...lines];
}

function summaryLine({ summary }: Report, { colors, dryRun }: PrettyOptions): string {
  const sum = `${summary.sitesRewritten} rewritten + ${summary.sitesRemoved} removed + ${summary.sitesBridged} bridged + ${summary.sitesManual} manual`;
  const [changed, created, deleted] = dryRun
    ? ['to change', 'to create', 'to delete']
    : ['changed', 'created', 'deleted'];
  const files = `${count(summary.filesChanged, 'file')} ${changed}, ${summary.filesCreated} ${created}, ${summary.filesDeleted} ${deleted}`;
  const errors = count(summary.errors, 'error');
  return [
    colors.bold(`${count(summary.sitesFound, 'site')}: ${sum}`),
    files,
    summary.errors > 0 ? colors.red(errors) : errors,
    `${(summary.durationMs / 1000).toFixed(1)} s`,
    ...(dryRun ? ['dry run, nothing was written'] : []),
  ].join(' · ');
}
