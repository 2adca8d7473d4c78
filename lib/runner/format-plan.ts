import { FORMATTERS, type Formatter, type FormatterName } from '../format/formatter.js';
import { Formatters } from '../format/find.js';
import { movedLines } from '../format/moved-lines.js';
import type { FollowUp, PlannedFile, Report } from '../ledger.js';
import type { Project } from '../project/index.js';
import { displayPath } from './paths.js';
import type { RunPlan } from './plan.js';
import type { Progress } from './progress.js';

/** What became of one file: its text, and the formatter that it was left to. */
interface Formatted {
  readonly file: PlannedFile;
  readonly by?: Formatter;
  readonly failure?: string;
  /** A formatter that would have to be installed. */
  readonly missing?: FormatterName;
}

/**
 * The plan with its changed files as the app's own formatter leaves them: those that passed it before. Files that did not
 * stay as edited; new ones follow the formatter of the files around them. Nothing is written here.
 */
export async function formatPlan(plan: RunPlan, project: Project, progress?: Progress): Promise<RunPlan> {
  const formatters = new Formatters(project);
  const changed = plan.files.filter(({ after }) => after !== null);
  let done = 0;
  const step = async (file: PlannedFile, usual?: Formatter) => {
    const formatted = await formatFile(file, formatters, usual);
    progress?.('Formatting', (done += 1), changed.length);
    return formatted;
  };
  const results: Formatted[] = [];
  for (const file of changed.filter(({ before }) => before !== null)) results.push(await step(file));
  const usual = results.find(({ by }) => by !== undefined)?.by;
  for (const file of changed.filter(({ before }) => before === null)) results.push(await step(file, usual));
  return withTexts(plan, results, project);
}

async function formatFile(file: PlannedFile, formatters: Formatters, usual?: Formatter): Promise<Formatted> {
  const { path, before, after } = file;
  const { formatters: installed, missing } = await formatters.of(path);
  if (after === null) return { file };
  if (installed.length === 0) return missing[0] === undefined ? { file } : { file, missing: missing[0] };
  for (const by of before === null ? installed.filter((each) => each.name === usual?.name) : installed) {
    try {
      if (before !== null && (await by.format(path, before)) !== before) continue;
      const text = await by.format(path, after);
      if (text !== undefined) return { file: { ...file, after: text }, by };
    } catch (error) {
      return { file, by, failure: error instanceof Error ? error.message : String(error) };
    }
  }
  return { file };
}

function withTexts(plan: RunPlan, results: readonly Formatted[], project: Project): RunPlan {
  const texts = new Map(results.map(({ file }) => [file.path, file]));
  const moved = new Map<string, (line: number) => number>();
  const files = plan.files.map((file) => {
    const formatted = texts.get(file.path) ?? file;
    if (file.after !== null && formatted.after !== null && formatted.after !== file.after)
      moved.set(displayPath(project, file.path), movedLines(file.after, formatted.after));
    return formatted;
  });
  const report = withLines(plan.report, moved);
  return { ...plan, files, report: { ...report, followUps: [...report.followUps, ...notesOn(results, project)] } };
}

/** The report of the files as they are written. */
function withLines(report: Report, moved: ReadonlyMap<string, (line: number) => number>): Report {
  if (moved.size === 0) return report;
  return {
    ...report,
    files: report.files.map((file) => {
      const to = moved.get(file.path);
      if (!to) return file;
      const sites = file.sites.map((site) => ({
        ...site,
        ...(site.outputLine !== undefined && { outputLine: to(site.outputLine) }),
        ...(site.outputEndLine !== undefined && { outputEndLine: to(site.outputEndLine) }),
      }));
      return { ...file, sites };
    }),
    routes: report.routes.map((route) => ({
      ...route,
      places: route.places.map((place) => ({ ...place, line: moved.get(place.path)?.(place.line) ?? place.line })),
    })),
  };
}

function notesOn(results: readonly Formatted[], project: Project): FollowUp[] {
  const notes: FollowUp[] = [];
  for (const { name, command } of FORMATTERS) {
    const names = (list: readonly Formatted[]) => named(list.map(({ file }) => displayPath(project, file.path)));
    const missing = results.filter((each) => each.missing === name);
    if (missing.length > 0)
      notes.push({
        rule: 'formatting',
        title: 'Format the changed files',
        detail: `${name} is not installed here. Run: npx ${command} ${names(missing)}`,
      });
    const failed = results.filter(({ by, failure }) => failure !== undefined && by?.name === name);
    if (failed.length > 0)
      notes.push({
        rule: 'formatting',
        title: `${name} failed, and the files stay as edited`,
        detail: `${failed[0]!.failure} Run: npx ${command} ${names(failed)}`,
      });
  }
  return notes;
}

/** What a formatter reads; it stops at an env file. */
const FORMATTED = /\.(?:[cm]?[jt]sx?|jsonc?|css|mdx?|ya?ml)$/;
/** More files than this are named by the folders that hold them. */
const MOST_NAMED = 12;

function named(paths: readonly string[]): string {
  const files = paths.filter((path) => FORMATTED.test(path));
  const shown = files.length > MOST_NAMED ? [...new Set(files.map(topOf))] : files;
  return shown.map(shellWord).join(' ');
}

/** The folder nearest to the working directory, `../..` and all; a file there itself. */
const topOf = (path: string): string => /^(?:\.\.\/)*[^/]+/.exec(path)![0];

/** Next's folders have brackets in their names, which a shell would take for patterns. */
const shellWord = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
