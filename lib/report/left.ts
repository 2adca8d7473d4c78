import { countOutcomes, type Report, type ReportedFile, type ReportedSite } from '../ledger.js';
import { ruleOf, RUNNER_RULES } from '../source/rules.js';
import { TOOL } from '../tool.js';
import { columnWidth, NARROWEST, type PrettyOptions } from './layout.js';
import { clean, count, linesOf, wrap } from './text.js';

/** What server-session says of the arguments of a call that it leaves: they are no decision of their own. */
const STAYS_WITH_CALL = 'stays with the call';

/** Sites of one file that are left for one reason: one line. */
export interface LeftRow {
  /** Of the first, as a terminal can click it. */
  readonly location: string;
  readonly rule: string;
  readonly message: string;
  readonly lines: readonly number[];
}

/**
 * What is left to a person: first what has to be decided, then what goes by itself once that is done. Imports and arguments
 * that only follow the code around them are counted, not listed.
 */
export function leftSection(report: Report, options: PrettyOptions): string[] {
  const { colors } = options;
  const total = countOutcomes(report.files).manual;
  if (total === 0) return [];
  const files = report.files.filter(({ sites }) => sites.some(({ outcome }) => outcome === 'manual'));
  const { open, waiting } = leftRows(report, options.dryRun);
  const format = rowFormat([...open, ...waiting], options);
  return [
    `${colors.bold(colors.yellow('Left for you'))} ${colors.dim(`· ${count(total, 'site')} in ${count(files.length, 'file')}`)}`,
    ...format(open),
    ...(open.length > 0 && waiting.length > 0
      ? ['', colors.dim('  Once that is done and the command is run again')]
      : []),
    ...format(waiting),
    ...followers(files).map((line) => colors.dim(line)),
    colors.dim(`  What each asks for: ${TOOL.name} explain <rule>, or explain <file>:<line>`),
  ];
}

/**
 * What is left, a row for each file and reason: what has to be decided, and what waits for that. Sites that only follow
 * other code are not among them. @param dryRun whether lines are those of the files as read
 */
export function leftRows(report: Report, dryRun: boolean): { open: LeftRow[]; waiting: LeftRow[] } {
  const rows = report.files.flatMap((file) => rowsOf(file, dryRun));
  const waiting = rows.filter(({ rule }) => ruleOf(rule)?.waits);
  return { open: rows.filter((row) => !waiting.includes(row)), waiting };
}

const follows = ({ rule, message }: ReportedSite): boolean =>
  rule === RUNNER_RULES.importInUse || message === STAYS_WITH_CALL;

function followers(files: readonly ReportedFile[]): string[] {
  const sites = files.flatMap((file) => file.sites.filter((site) => site.outcome === 'manual' && follows(site)));
  const imports = sites.filter(({ rule }) => rule === RUNNER_RULES.importInUse).length;
  const parts = [
    ...(imports > 0 ? [count(imports, 'import')] : []),
    ...(sites.length > imports ? [count(sites.length - imports, 'argument')] : []),
  ];
  return parts.length === 0 ? [] : [`  and ${parts.join(' and ')}, to go with the code that uses them`];
}

function rowsOf(file: ReportedFile, dryRun: boolean): LeftRow[] {
  const groups = new Map<string, { site: ReportedSite; line: number }[]>();
  for (const site of file.sites) {
    if (site.outcome !== 'manual' || follows(site)) continue;
    // Where nothing has to be decided, the rule alone is the reason.
    const key = ruleOf(site.rule)?.waits ? site.rule : `${site.rule}\n${site.message}`;
    const line = dryRun ? site.line : (site.outputLine ?? site.line);
    groups.set(key, [...(groups.get(key) ?? []), { site, line }]);
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => a.line - b.line || a.site.column - b.site.column))
    .toSorted(([a], [b]) => a!.line - b!.line || a!.site.column - b!.site.column)
    .map((group) => rowOf(file, group));
}

function rowOf(file: ReportedFile, group: readonly { site: ReportedSite; line: number }[]): LeftRow {
  const [{ site, line }] = group as [{ site: ReportedSite; line: number }];
  const isOne = group.every((each) => each.site.message === site.message);
  return {
    location: `${clean(file.path)}:${line}:${site.column}`,
    rule: clean(site.rule),
    message: linesOf(isOne ? site.message : titleOf(site)).join(' '),
    lines: group.map((each) => each.line),
  };
}

/** The rule's title, as a message begins. */
function titleOf({ rule, message }: ReportedSite): string {
  const title = ruleOf(rule)?.title ?? message;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** `(3 sites: lines 8, 9)`, so that the numbers add up and every line is named. */
function more({ lines }: LeftRow): string {
  if (lines.length === 1) return '';
  const distinct = [...new Set(lines)];
  const where = distinct.length === 1 ? '' : `: lines ${distinct.join(', ')}`;
  return ` (${count(lines.length, 'site')}${where})`;
}

/** A line a row; in a terminal too narrow for that, the rows below their reasons. */
function rowFormat(all: readonly LeftRow[], options: PrettyOptions): (rows: readonly LeftRow[]) => string[] {
  const { colors, columns } = options;
  const location = columnWidth(all.map((row) => row.location));
  const rule = columnWidth(all.map((row) => row.rule));
  const indent = 2 + location + 2 + rule + 2;
  if (columns !== undefined && columns - indent < NARROWEST) return (rows) => grouped(rows, columns, options);
  return (rows) =>
    rows.flatMap((row) => {
      const text = row.message + more(row);
      const long = Math.max(row.location.length, location) - location + Math.max(row.rule.length, rule) - rule;
      const room = columns === undefined ? text.length : columns - indent - long;
      const [first = '', ...rest] = room < NARROWEST ? [text] : wrap(text, room);
      const head = `  ${row.location.padEnd(location)}  ${colors.yellow(row.rule.padEnd(rule))}  ${first}`;
      return [head, ...rest.map((line) => ' '.repeat(indent + long) + line)];
    });
}

function grouped(rows: readonly LeftRow[], columns: number, { colors }: PrettyOptions): string[] {
  const groups = new Map<string, LeftRow[]>();
  const place = (rule: string) => rows.findIndex((row) => row.rule === rule);
  for (const row of rows.toSorted((a, b) => place(a.rule) - place(b.rule))) {
    const key = `${row.rule}\n${row.message}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [{ rule, message }] = group as [LeftRow];
    const [first = '', ...rest] = wrap(message, Math.max(NARROWEST, columns - rule.length - 4));
    return [
      `  ${colors.yellow(rule)}  ${first}`,
      ...rest.map((line) => ' '.repeat(rule.length + 4) + line),
      ...group.flatMap((row) => {
        const [head = '', ...lines] = wrap(`${row.location}${more(row)}`, Math.max(NARROWEST, columns - 6));
        return [`    ${head}`, ...lines.map((line) => `      ${line}`)];
      }),
    ];
  });
}
