import { join } from 'node:path';
import type { Report } from '../ledger.js';
import { BadInput, type Project } from '../project/index.js';
import { unifiedDiff } from './diff.js';
import { INSTALL_TITLE } from './install-command.js';
import { install } from './install.js';
import { readJournal } from './journal.js';
import type { GitState } from './git.js';
import { OpenApp } from './open-app.js';
import { formatNamed, reportTargets, type Output, type RunOptions } from './options.js';
import { displayPath } from './paths.js';
import { phaseLines } from './phases.js';
import type { RunPlan } from './plan.js';
import { givenIn } from './preferences.js';
import { exitCodeOf, keepReport, printDiffs, printReport, writeReports } from './publish.js';
import { selected } from './selected.js';
import { surveyOf } from './survey.js';
import type { Proposal } from './talk.js';
import { textsOf } from './texts.js';
import { finishRun, writeRun } from './write-run.js';

/**
 * The whole command: read, ask, plan, write, report.
 * @returns the exit code: 0 done, 1 done with errors (or manual sites under --strict)
 * @throws {BadInput} before anything is written
 */
export async function run(options: RunOptions, output: Output): Promise<number> {
  const { cwd, dryRun, strict } = options;
  const transforms = selected(options.transforms);
  const format = formatNamed(options.format);
  const reports = reportTargets(options.reports, cwd);
  if (options.handoff !== undefined && dryRun)
    throw new BadInput('--handoff tells what a run left: use it without --dry-run');
  const handoff = options.handoff === undefined ? undefined : await handoffTo(options.handoff, cwd);
  const talk = options.yes || dryRun || format !== 'pretty' ? undefined : output.talk;
  if (options.interactive && !talk)
    throw new BadInput('--interactive asks about each file: it needs a terminal, and no --yes, --dry-run or --format');
  const app = await OpenApp.read(
    { ...options, path: onlyPath(options.paths), transforms, formatFiles: options.formatFiles ?? true },
    output.progress,
    options.verbose ? phaseLines(output.note) : undefined,
  );

  const tell = (report: Report, files: Parameters<typeof textsOf>[0], isTold: boolean) => {
    const texts = textsOf(files, app.project.cwd);
    if (handoff !== undefined) {
      const first = handoff(report, app.project, texts);
      output.note(`The hand-off is in ${options.handoff}: it begins with ${first}.\n`);
    }
    writeReports(report, reports, dryRun, texts);
    if (!isTold || options.verbose) printReport(report, format, options, output, texts);
    return exitCodeOf(report, strict, output);
  };
  const journal = readJournal(app.journalFile, app.root);
  if (journal && dryRun)
    output.err('An earlier run was interrupted while it wrote: run this without --dry-run to finish it.\n');
  else if (journal) {
    const conflicts = finishRun(journal, app, output);
    if (typeof conflicts === 'string') return failed(conflicts, output);
    const changes = journal.files.map(({ path, after }) => ({ path: join(app.root, path), after }));
    return Math.max(tell(journal.report, changes, false), conflicts > 0 ? 1 : 0);
  }
  guard(app.git, options, output);

  const given = givenIn(options);
  const chosen = talk ? sure(await talk.choose(surveyOf(app.project, app.scanned, given))) : {};
  const planned = (leftOut?: ReadonlySet<string>) => app.plan({ ...chosen, ...given }, leftOut);
  let plan = await planned();
  if (options.diff) printDiffs(plan, app.project, format, output);
  const asks = talk !== undefined && plan.files.length > 0;
  if (asks) plan = sure(await talk.agree(proposalOf(app, plan, planned)));
  const fault = !dryRun && plan.files.length > 0 ? writeRun(app, plan) : undefined;
  if (fault !== undefined) return failed(fault, output);
  const problem = options.install && !dryRun ? await installed(plan, app.project, output) : undefined;
  if (problem !== undefined) output.err(`${problem}\n`);
  const code = tell(plan.report, plan.files, asks);
  if (asks) {
    const kept = keepReport(plan.report, app.journalFile);
    talk.close({
      report: plan.report,
      kept: kept && displayPath(app.project, kept),
      packageManager: app.project.packageManager ?? 'npm',
    });
  }
  return Math.max(code, problem === undefined ? 0 : 1);
}

/**
 * Installs what the manifests name now, and takes that off what is left to do.
 * @returns what went wrong, in one line
 */
async function installed({ report }: RunPlan, project: Project, output: Output): Promise<string | undefined> {
  if (!report.followUps.some(({ title }) => title === INSTALL_TITLE)) return undefined;
  if (report.followUps.some(({ rule }) => rule === 'next-version'))
    return 'Nothing was installed: Next.js has to be raised first, see the report.';
  const problem = await install(project, output);
  if (problem === undefined) report.followUps = report.followUps.filter(({ title }) => title !== INSTALL_TITLE);
  return problem;
}

/**
 * What writes the hand-off, loaded only where one is asked for.
 * @throws {BadInput} where it can't be written there
 */
async function handoffTo(given: string, cwd: string) {
  const { handoffTarget, writeHandoff } = await import('./handoff.js');
  const folder = handoffTarget(given, cwd);
  return (report: Report, project: Project, texts: ReturnType<typeof textsOf>): string =>
    writeHandoff(folder, report, project, texts);
}

/** @returns the exit code of a run that the disk stopped */
function failed(fault: string, output: Output): number {
  output.err(`${fault}\n`);
  return 1;
}

/** What a person answered. @throws {BadInput} where they stopped */
function sure<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new BadInput('nothing was written');
  return answer;
}

function proposalOf(
  app: OpenApp,
  plan: RunPlan,
  planned: (leftOut: ReadonlySet<string>) => Promise<RunPlan>,
): Proposal {
  const nameOf = (path: string) => displayPath(app.project, path);
  return {
    plan,
    nameOf,
    diffOf: (file) => unifiedDiff(file, nameOf(file.path)),
    without: async (leftOut) => proposalOf(app, await planned(leftOut), planned),
  };
}

function onlyPath(paths: readonly string[]): string {
  if (paths.length > 1)
    throw new BadInput(`give one path, the app or the monorepo's root; these are ${paths.length}: ${paths.join(' ')}`);
  return paths[0] ?? '.';
}

function guard(git: GitState, { force, dryRun }: RunOptions, output: Output): void {
  if (git.kind === 'none') {
    if (!dryRun) output.note('This is not a git work tree: keep a copy, there is no other way back.\n');
  } else if (git.kind === 'dirty' && !force && !dryRun) {
    const some = git.changed.slice(0, 3).join(', ');
    throw new BadInput(
      `the git tree has uncommitted changes (${some}${git.changed.length > 3 ? ', …' : ''}): commit or stash them first, or use --force`,
    );
  }
}
