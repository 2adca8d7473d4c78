import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { imbalance, type Report } from '../ledger.js';
import { guess } from '../nearest.js';
import { BadInput, readProject, type Project } from '../project/index.js';
import type { FileTexts } from '../report/excerpts.js';
import { RUNBOOK } from '../report/handoff/index.js';
import { render, type Format } from '../report/index.js';
import { TRANSFORMS } from '../../transforms/index.js';
import type { Transform } from '../source/transform.js';
import { TOOL } from '../tool.js';
import { displayPath } from './paths.js';
import { colorDiff, unifiedDiff } from './diff.js';
import { gitState, type GitState } from './git.js';
import { handoffTarget, writeHandoff } from './handoff.js';
import { execute, readJournal, removeJournal, replay, StaleFiles, type Journal } from './journal.js';
import { journalPath } from './journal-path.js';
import { AUTO, formatNamed, reportTargets, type Output, type RunOptions } from './options.js';
import { planRun, type RunPlan } from './plan.js';
import { textsOf } from './texts.js';

/**
 * The whole command: read, plan, write, report.
 * @returns the exit code: 0 done, 1 done with errors (or manual sites under --strict)
 * @throws {BadInput} before anything is written
 */
export async function run(options: RunOptions, output: Output): Promise<number> {
  const started = performance.now();
  const transforms = selected(options.transforms);
  const format = formatNamed(options.format);
  const reports = reportTargets(options.reports, options.cwd);
  if (options.handoff !== undefined && options.dryRun)
    throw new BadInput('--handoff tells what a run left: use it without --dry-run');
  const handoff = options.handoff === undefined ? undefined : handoffTarget(options.handoff, options.cwd);
  const project = await readProject(onlyPath(options.paths), { cwd: options.cwd, ignore: [...options.ignore] });
  const git = await gitState(project.root);
  const root = git.kind === 'none' ? project.root : git.root;
  const journalFile = journalPath(root, git.kind === 'none' ? undefined : git.gitDir);
  const publish = (report: Report, texts: (path: string) => FileTexts | undefined) => {
    const { dryRun } = options;
    if (handoff !== undefined) {
      writeHandoff(handoff, report, project, texts);
      output.note(`The hand-off is in ${options.handoff}: it begins with ${RUNBOOK}.\n`);
    }
    for (const { path, format } of reports)
      writeFileSync(path, render(report, format, { colors: createColors(false), dryRun, texts }));
    output.out(
      render(report, format, {
        colors: createColors(output.colors),
        dryRun,
        texts,
        ...(output.columns !== undefined && { columns: output.columns }),
      }),
    );
    return exitCode(report, options, output);
  };

  const journal = readJournal(journalFile, root);
  if (journal && options.dryRun)
    output.err('An earlier run was interrupted while it wrote: run this without --dry-run to finish it.\n');
  else if (journal) {
    const conflicts = finishEarlierRun(journal, journalFile, output);
    const changes = journal.files.map(({ path, after }) => ({ path: join(root, path), after }));
    return Math.max(publish(journal.report, textsOf(changes, project.cwd)), conflicts > 0 ? 1 : 0);
  }
  guard(git, options, output);
  const plan = planRun(
    project,
    {
      transforms,
      isPartial: transforms.length < TRANSFORMS.length,
      todo: options.todo,
      bridge: options.bridge,
      preferences: { ...AUTO, ...options },
    },
    started,
  );
  if (options.diff) printDiffs(plan, project, format, output);
  if (!options.dryRun && plan.files.length > 0) {
    if (!options.yes && output.confirm && !(await output.confirm(questionFor(plan.report))))
      throw new BadInput('nothing was written');
    try {
      execute({ root, files: plan.files }, plan.report, journalFile);
    } catch (error) {
      if (error instanceof StaleFiles)
        throw new BadInput(`${error.message}; nothing was written, run the command again`);
      throw error;
    }
  }
  return publish(plan.report, textsOf(plan.files, project.cwd));
}

/** What a yes would do, in one line. */
function questionFor({ summary }: Report): string {
  const { filesChanged, filesCreated, filesDeleted, sitesManual } = summary;
  return `Change ${filesChanged}, create ${filesCreated} and delete ${filesDeleted} files? ${sitesManual} sites stay for you; --dry-run --diff shows all of it first.`;
}

/** @throws {BadInput} with the nearest name for one that there is not */
function selected(names: readonly string[]): readonly Transform[] {
  for (const name of names) {
    if (TRANSFORMS.some((transform) => transform.name === name)) continue;
    const near = guess(
      name,
      TRANSFORMS.map((transform) => transform.name),
    );
    throw new BadInput(`there is no transform “${name}”${near || '.'} See: ${TOOL.name} list`);
  }
  return names.length === 0 ? TRANSFORMS : TRANSFORMS.filter(({ name }) => names.includes(name));
}

function onlyPath(paths: readonly string[]): string {
  if (paths.length > 1)
    throw new BadInput(`give one path, the app or the monorepo's root; these are ${paths.length}: ${paths.join(' ')}`);
  return paths[0] ?? '.';
}

/**
 * A run that was killed while it wrote is finished from its journal, whatever the tree looks like.
 * @returns how many files somebody else changed in between
 */
function finishEarlierRun(journal: Journal, journalFile: string, output: Output): number {
  const { done, conflicts } = replay(journal);
  removeJournal(journalFile);
  output.note(`An earlier run was interrupted; it is finished now (${done.length} files written).\n`);
  for (const path of conflicts) output.err(`${path} was changed in between and is left as it is.\n`);
  return conflicts.length;
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

function printDiffs({ files }: RunPlan, project: Project, format: Format, output: Output): void {
  // What is printed for a machine stays readable to it.
  const print = format === 'pretty' ? output.out : output.err;

  for (const file of files) {
    const diff = unifiedDiff(file, displayPath(project, file.path));
    print(output.colors ? colorDiff(diff, createColors(true)) : diff);
  }
}

function exitCode(report: Report, { strict }: RunOptions, output: Output): number {
  const fault = imbalance(report);
  if (fault !== undefined) output.err(`The ledger does not add up: ${fault}. This is a bug of the codemod.\n`);
  return fault !== undefined || report.summary.errors > 0 || (strict && report.summary.sitesManual > 0) ? 1 : 0;
}
