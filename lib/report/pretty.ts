import type { Colors } from 'picocolors/types.js';
import { countOutcomes, OUTCOMES } from '../ledger.js';
import type { FileStatus, Report, ReportedFile, ReportedProject, ReportedSite } from '../ledger.js';
import { clean, count, linesOf, majorVersion, shortVersion, wrap } from './text.js';

export interface PrettyOptions {
  /** From picocolors.createColors(). */
  colors: Colors;
  /** Nothing was written: files are as read, so the lines shown are theirs. */
  dryRun: boolean;
  /** The terminal's width; without it no line is wrapped. */
  columns?: number;
}

/** A column of messages narrower than this is worse than a line that the terminal wraps. */
const NARROWEST = 40;

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
    followUpSection(report, options),
    [summaryLine(report, options)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function appLines(report: Report, { colors }: PrettyOptions): string[] {
  return report.projects.map((project) => {
    const [name, ...facts] = factsOf(project);
    if (project.authjs === null) facts.push('no Auth.js here, nothing to do');
    return [colors.bold(name ?? ''), ...facts].join(' · ');
  });
}

function factsOf(project: ReportedProject): string[] {
  const facts = [clean(project.app)];
  const routers = project.routers.map((router) =>
    router === 'app' ? 'App' : router === 'pages' ? 'Pages' : clean(router),
  );
  const router = routers.length === 0 ? '' : ` (${routers.join(' and ')} Router)`;
  if (project.next !== null) facts.push(`Next ${shortVersion(project.next)}${router}`);
  if (project.authjs === null) return facts;
  const from = /^[\d^~>=v]/.test(project.authjs) ? `next-auth ${shortVersion(project.authjs)}` : clean(project.authjs);
  facts.push(project.clerk === null ? `${from} → Clerk` : `${from} → Clerk ${majorVersion(project.clerk)}`);
  // The package's name says no more than what it adapts to: `@auth/prisma-adapter` is prisma.
  if (project.adapter !== null)
    facts.push(`adapter ${clean(project.adapter).replace(/^@(?:next-)?auth\/(.+)-adapter$/, '$1')}`);
  const languages: Record<string, string> = { ts: 'TypeScript', js: 'JavaScript' };
  facts.push(languages[project.language] ?? clean(project.language));
  return facts;
}

function changeSections(report: Report, { colors, dryRun }: PrettyOptions): string[][] {
  return CHANGES.map(({ status, done, planned, color }) => {
    const rows = report.files
      .filter((file) => file.status === status)
      .map((file): Row => ({ location: clean(file.path), counts: countsOf(file) }));
    if (rows.length === 0) return [];
    const width = columnWidth(rows.map((row) => row.location));
    const heading = `${colors.bold(colors[color](dryRun ? planned : done))} ${colors.dim(`· ${count(rows.length, 'file')}`)}`;
    return [
      heading,
      ...rows.map(({ location, counts }) =>
        counts === '' ? `  ${location}` : `  ${location.padEnd(width)}  ${colors.dim(counts)}`,
      ),
    ];
  });
}

interface Row {
  location: string;
  counts: string;
}

function countsOf(file: ReportedFile): string {
  const counts = countOutcomes([file]);
  return OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`)
    .join(', ');
}

/** The widest entry, but no wider than most need: a few very long paths stick out rather than push everything aside. */
function columnWidth(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length).filter((length) => length <= 72));
}

function leftSection(report: Report, { colors, dryRun, columns }: PrettyOptions): string[] {
  const groups = report.files
    .map((file) => file.sites.filter((site) => site.outcome === 'manual').map((site) => leftRow(file, site, dryRun)))
    .filter((rows) => rows.length > 0);
  const rows = groups.flatMap((group) => group.toSorted((a, b) => a.line - b.line || a.column - b.column));
  if (rows.length === 0) return [];
  const locationWidth = columnWidth(rows.map((row) => row.location));
  const ruleWidth = columnWidth(rows.map((row) => row.rule));
  const lines = rows.flatMap((row) => {
    const lead = `  ${row.location.padEnd(locationWidth)}  `;
    const indent = lead.length + Math.max(row.rule.length, ruleWidth) + 2;
    const room = columns === undefined ? 0 : columns - indent;
    const [first = '', ...rest] = room < NARROWEST ? [row.message] : wrap(row.message, room);
    const head = `${lead}${colors.yellow(row.rule.padEnd(ruleWidth))}  ${first}`;
    return [head, ...rest.map((text) => ' '.repeat(indent) + text)];
  });
  const heading = `${colors.bold(colors.yellow('Left for you'))} ${colors.dim(`· ${count(rows.length, 'site')} in ${count(groups.length, 'file')}`)}`;
  const hint = colors.dim(`  ${report.tool.name} explain <rule> shows why, and what to do`);
  return [heading, ...lines, hint];
}

function leftRow(file: ReportedFile, site: ReportedSite, dryRun: boolean): LeftRow {
  const line = dryRun ? site.line : (site.outputLine ?? site.line);
  const location = `${clean(file.path)}:${line}:${site.column}`;
  return { line, column: site.column, location, rule: clean(site.rule), message: linesOf(site.message).join(' ') };
}

interface LeftRow {
  line: number;
  column: number;
  location: string;
  rule: string;
  message: string;
}

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
