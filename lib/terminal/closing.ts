import type { Colors } from 'picocolors/types.js';
import type { Report } from '../ledger.js';
import { leftRows, type LeftRow } from '../report/left.js';
import { failures } from '../report/open-sites.js';
import { clean, count, linesOf } from '../report/text.js';
import { ruleOf } from '../source/rules.js';
import { TOOL } from '../tool.js';
import type { Ending } from '../runner/talk.js';

const MOST_RULES = 5;
const MOST_PLACES = 3;
const MOST_FOLLOW_UPS = 6;

/** The ledger of what was written: one line that adds up, and files that failed. */
export function ledgerLines(report: Report, colors: Colors): string[] {
  const { summary } = report;
  const { sitesFound, sitesRewritten, sitesRemoved, sitesBridged, sitesManual } = summary;
  const sum = `${sitesRewritten} rewritten + ${sitesRemoved} removed + ${sitesBridged} bridged + ${sitesManual} for you`;
  const failed = failures(report);
  return [
    `${colors.bold(count(sitesFound, 'site'))}: ${sum}`,
    `${count(summary.filesChanged, 'file')} changed, ${summary.filesCreated} created, ${summary.filesDeleted} deleted`,
    ...failed.map(({ path, reason }) => colors.red(`${clean(path)} was left as it was: ${clean(reason)}`)),
  ];
}

/** The rules that need a person, those with the most places first, each with places that a terminal can click. */
export function openLines(report: Report, colors: Colors): string[] {
  const { open, waiting } = leftRows(report, false);
  const groups = new Map<string, LeftRow[]>();
  const isWaiting = open.length === 0;
  for (const row of isWaiting ? waiting : open) groups.set(row.rule, [...(groups.get(row.rule) ?? []), row]);
  const sitesOf = (rows: readonly LeftRow[]) => rows.reduce((sum, { lines }) => sum + lines.length, 0);
  const counted = (rows: readonly LeftRow[]) => count(sitesOf(rows), 'site');
  const ranked = [...groups].toSorted(([, a], [, b]) => sitesOf(b) - sitesOf(a));
  const lines = ranked
    .slice(0, MOST_RULES)
    .flatMap(([rule, rows]) => [
      `${colors.yellow(rule)} ${ruleOf(rule)?.title ?? ''} ${colors.dim(`· ${counted(rows)}`)}`,
      ...rows.slice(0, MOST_PLACES).map(({ location, message }) => `  ${location} ${colors.dim(message)}`),
      ...(rows.length > MOST_PLACES ? [colors.dim(`  and ${rows.length - MOST_PLACES} more`)] : []),
    ]);
  const others = ranked.slice(MOST_RULES);
  if (others.length > 0) lines.push(colors.dim(`and ${others.map(([rule]) => rule).join(', ')}`));
  if (waiting.length > 0 && !isWaiting)
    lines.push(colors.dim(`${counted(waiting)} more go by the next run, once this is done`));
  return lines;
}

/** What is to be done besides: the titles, since the kept report has the rest. */
export function followUpLines({ followUps }: Report, colors: Colors): string[] {
  // The command that comes next is said by itself.
  const titles = followUps.filter((each) => !isInstall(each)).map(({ title }) => linesOf(title).join(' '));
  const more = titles.length - MOST_FOLLOW_UPS;
  return [...titles.slice(0, MOST_FOLLOW_UPS), ...(more > 0 ? [colors.dim(`and ${more} more`)] : [])];
}

/** Whether a follow-up is what `nextCommand` says. */
const isInstall = ({ rule, detail }: { rule: string; detail: string }): boolean =>
  rule === 'dependency' && /^Run: \S+ install$/.test(detail);

/** The one command to run now. */
export function nextCommand({ report, packageManager }: Ending): string {
  if (report.files.some(({ path, status }) => status === 'modified' && /(?:^|\/)package\.json$/.test(path)))
    return `${packageManager} install`;
  return report.summary.sitesManual > 0 ? 'git diff' : `npx ${TOOL.name} check .`;
}

/** What comes after that, in its order. */
export function laterLine({ report }: Ending): string {
  return report.summary.sitesManual > 0
    ? `Then commit, do what is left, and run ${TOOL.name} again: it takes what waited. It is over when check exits 0.`
    : `Then commit; ${TOOL.name} check . in CI keeps it that way.`;
}
