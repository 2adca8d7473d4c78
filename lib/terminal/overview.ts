import { countOutcomes, type FileStatus, type Report, type ReportedFile } from '../ledger.js';
import { appLine } from '../report/pretty.js';
import { clean, count } from '../report/text.js';
import type { Survey } from '../runner/talk.js';
import { ruleOf } from '../source/rules.js';
import type { Colors } from 'picocolors/types.js';

/** No more files of one kind than this are named before the question: the diff has all of them. */
const MOST_FILES = 12;

/** What was found: the apps, and the references by what they are. A list of lines. */
export function foundLines({ projects, sites, filesScanned, filesWithSites }: Survey, colors: Colors): string[] {
  const total = sites.reduce((sum, each) => sum + each.count, 0);
  const kinds = sites.map((each) => `${each.count} ${each.kind}`);
  return [
    ...projects.map((project) => appLine(project, colors)),
    `${colors.bold(count(total, 'reference'))} to Auth.js in ${filesWithSites} of ${count(filesScanned, 'file')}`,
    ...(kinds.length > 0 ? [colors.dim(kinds.join(' · '))] : []),
  ];
}

/** Why a file is made, by its name. */
const REASONS: readonly { name: RegExp; why: string }[] = [
  { name: /(?:^|\/)clerk\.patch\.json$/, why: 'claims for Clerk’s session token' },
  { name: /(?:^|\/)clerk-(?:session|auth)(?:-client)?(?:\.mock)?\.[jt]s$/, why: 'the session, in Auth.js’s shape' },
  { name: /(?:^|\/)api\/clerk-session(?:\/route)?\.[jt]s$/, why: 'the session, for client components' },
  { name: /(?:^|\/)clerk-users\.[jt]s$/, why: 'writes the rows of new users' },
  { name: /(?:^|\/)api\/webhooks\/clerk(?:\/route)?\.[jt]s$/, why: 'Clerk calls it when a user is new' },
  { name: /(?:^|\/)(?:middleware|proxy)\.[jt]s$/, why: 'auth() throws without it' },
];

const MARKS: readonly { status: FileStatus; mark: string; color: 'yellow' | 'green' | 'red' }[] = [
  { status: 'modified', mark: '~', color: 'yellow' },
  { status: 'created', mark: '+', color: 'green' },
  { status: 'deleted', mark: '-', color: 'red' },
];

/** The plan: files by what becomes of them, each with its counts, and what stays, by reason. */
export function planLines(report: Report, colors: Colors): string[] {
  const lines = MARKS.flatMap(({ status, mark, color }) => {
    const files = report.files.filter((file) => file.status === status);
    const shown = files.length > MOST_FILES + 1 ? files.slice(0, MOST_FILES) : files;
    return [
      ...shown.map((file) => `${colors[color](mark)} ${clean(file.path)}${aside(file, colors)}`),
      ...(shown.length < files.length ? [colors.dim(`  and ${files.length - shown.length} more`)] : []),
    ];
  });
  const { sitesFound, sitesRewritten, sitesRemoved, sitesBridged, sitesManual } = report.summary;
  const sum = `${sitesRewritten} rewritten + ${sitesRemoved} removed + ${sitesBridged} bridged + ${sitesManual} for you`;
  return [...lines, ...staysLines(report, colors), '', `${colors.bold(count(sitesFound, 'site'))}: ${sum}`];
}

/** What the run leaves to a person, by rule. */
function staysLines(report: Report, colors: Colors): string[] {
  const counts = new Map<string, number>();
  for (const { rule, outcome } of report.files.flatMap(({ sites }) => sites))
    if (outcome === 'manual') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  return ranked.map(
    ([rule, sites]) =>
      `${colors.yellow('!')} ${ruleOf(rule)?.title ?? rule}${colors.dim(`  ${count(sites, 'site')} for you`)}`,
  );
}

function aside(file: ReportedFile, colors: Colors): string {
  const why = file.status === 'created' ? REASONS.find(({ name }) => name.test(file.path))?.why : undefined;
  const text = why ?? countsOf(file);
  return text === '' ? '' : colors.dim(`  ${text}`);
}

function countsOf(file: ReportedFile): string {
  const counts = countOutcomes([file]);
  const done = counts.rewritten + counts.removed + counts.bridged;
  const parts = [done > 0 ? count(done, 'site') : '', counts.manual > 0 ? `${counts.manual} for you` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a yes would do, in one line. */
export function questionFor({ summary }: Report): string {
  const { filesChanged, filesCreated, filesDeleted } = summary;
  return `Change ${count(filesChanged, 'file')}, create ${filesCreated} and delete ${filesDeleted}?`;
}
