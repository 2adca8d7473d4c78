import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Report } from '../ledger.js';
import { BadInput, type Project } from '../project/index.js';
import type { FileTexts } from '../report/excerpts.js';
import { handoffFiles, RUNBOOK } from '../report/handoff/index.js';
import { parseStatus, STATUS_FILE, type Status } from '../report/handoff/status.js';
import { writeWhole } from './write.js';

/**
 * Finds out whether a hand-off can be written, before anything else is.
 * @returns the folder, absolute
 * @throws {BadInput} where something else is there
 */
export function handoffTarget(given: string, cwd: string): string {
  const folder = resolve(cwd, given);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new BadInput(`the hand-off ${given} can't be written: it is no folder`);
  if (stats && readdirSync(folder).length > 0 && !existsSync(join(folder, STATUS_FILE)))
    throw new BadInput(`the hand-off ${given} can't be written: the folder holds other files`);
  if (!stats && !existsSync(dirname(folder)))
    throw new BadInput(`the hand-off ${given} can't be written: the folder ${dirname(folder)} does not exist`);
  return folder;
}

/** Writes the hand-off of a run, in the place of an earlier one. @returns the name of the file that it begins with */
export function writeHandoff(
  folder: string,
  report: Report,
  project: Project,
  texts: (path: string) => FileTexts | undefined,
): string {
  const files = handoffFiles(report, {
    folder: shownPath(folder, project.cwd),
    root: shownPath(project.target, project.cwd),
    typeChecks: typeChecksOf(project),
    texts,
  });
  for (const prompt of earlierPrompts(folder)) if (!files.has(prompt)) rmSync(join(folder, prompt), { force: true });
  // The status is what says that a folder is a hand-off: it comes first, so that a run that is cut off can be repeated.
  for (const name of [STATUS_FILE, ...files.keys()]) writeWhole(join(folder, name), files.get(name)!);
  return RUNBOOK;
}

/** The prompts that an earlier hand-off left here; nothing else in the folder is ever removed. */
function earlierPrompts(folder: string): string[] {
  const path = join(folder, STATUS_FILE);
  const status = existsSync(path) ? parseStatus(readFileSync(path, 'utf8')) : undefined;
  if (status === undefined || typeof status === 'string') return [];
  return status.rules.flatMap(({ prompt }) => (/^\d+-[\w-]+\.md$/.test(prompt) ? prompt : []));
}

/** @throws {BadInput} where there is none, or it says what it can't */
export function readHandoff(given: string, cwd: string): Status {
  const path = join(resolve(cwd, given), STATUS_FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BadInput(`there is no hand-off at ${given}: run with --handoff ${given} writes one, with ${RUNBOOK}`);
  }
  const status = parseStatus(text);
  if (typeof status === 'string') throw new BadInput(`${join(given, STATUS_FILE)} ${status}`);
  return status;
}

/** Scripts by which apps check their types, the most usual first. */
const SCRIPTS = ['typecheck', 'type-check', 'check-types', 'types', 'tsc'];

/** How each app's types are checked: by its own script, else by its compiler; what is JavaScript is built. */
function typeChecksOf({ apps, packageManager = 'npm', cwd }: Project): string[] {
  return apps.map(({ dir, language }) => {
    const scripts = scriptsOf(join(dir, 'package.json'));
    const script = SCRIPTS.find((name) => scripts.includes(name));
    const at = shownPath(dir, cwd);
    const prefix = at === '.' ? '' : `cd ${quoted(at)} && `;
    if (script !== undefined) return `${prefix}${packageManager} run ${script}`;
    return language === 'ts' ? `${prefix}npx tsc --noEmit` : `${prefix}npx next build`;
  });
}

function scriptsOf(manifest: string): string[] {
  try {
    const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, unknown> };
    return Object.keys(scripts ?? {});
  } catch {
    return [];
  }
}

const shownPath = (path: string, cwd: string): string => relative(cwd, path).split(sep).join('/') || '.';

/** A path as a shell takes it for one word. */
const quoted = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
