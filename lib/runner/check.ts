import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { FollowUp, Report, ReportedFile } from '../ledger.js';
import { BadInput, readProject, type Project } from '../project/index.js';
import { renderCheck } from '../report/check.js';
import { count } from '../report/text.js';
import type { QuickScan } from '../scan/quick/scan.js';
import { compare, readBaseline, writeBaseline } from './baseline.js';
import { changedFiles } from './git.js';
import { KINDS, leftoversIn, type Kind } from './leftovers.js';
import type { Output } from './options.js';
import { displayPath } from './paths.js';
import { buildReport } from './report.js';
import { quickScanProject } from './scan-project.js';

export interface CheckOptions {
  readonly cwd: string;
  readonly path: string;
  readonly ignore: readonly string[];
  /** A file of what may be left: only what is new beside it counts. */
  readonly baseline?: string;
  /** Write what is left into the baseline instead of holding it against it. */
  readonly updateBaseline?: boolean;
  /** How many leftovers are let pass. */
  readonly max?: number;
  readonly only?: string;
  /** Look at the files alone that changed since this commit, branch or tag. */
  readonly since?: string;
  /** Look at the files alone that are staged for the next commit. */
  readonly staged?: boolean;
  /** The folder of a hand-off, whose status is held against what is left. */
  readonly handoff?: string;
}

/** What `check` found. */
export interface Checked {
  readonly report: Report;
  readonly sitesFound: number;
  /** Nothing is left, or no more than may be, and every file could be read. */
  readonly isClean: boolean;
}

/**
 * The command: says whether anything of Auth.js is left, for CI.
 * @returns the exit code: 0 nothing is left, or nothing that counts, 1 something is
 * @throws {BadInput}
 */
export async function check(options: CheckOptions & { readonly format: string }, output: Output): Promise<number> {
  // Only what is printed for a person needs no renderer of its own, so that the others load where they are asked for.
  const others = options.format === 'pretty' ? undefined : await rendererOf(options.format, options.cwd);
  const { report, isClean } = await checkApp(options);
  output.out(others?.(report) ?? renderCheck(report, createColors(output.colors), options.baseline !== undefined));
  return isClean ? 0 : 1;
}

/**
 * Looks for what is left of Auth.js. Parses with oxc alone; writes nothing but a baseline that is to be updated.
 * @throws {BadInput}
 */
export async function checkApp(options: CheckOptions): Promise<Checked> {
  const started = performance.now();
  const { cwd, baseline: given, max = 0 } = options;
  const only = kindNamed(options.only ?? 'all');
  if (options.updateBaseline && given === undefined)
    throw new BadInput('--update-baseline needs --baseline <file>, the file to write');
  const baseline =
    given !== undefined && !options.updateBaseline ? readBaseline(resolve(cwd, given), given) : undefined;
  const handoff = options.handoff === undefined ? undefined : await import('./handoff.js');
  const status = handoff?.readHandoff(options.handoff!, cwd);
  const project = await readProject(options.path, { cwd, ignore: [...options.ignore], areOpened: true });
  const looked = await lookedAt(project, options);
  const unreadable = new Map<string, string>();
  const found = await scanned(project, unreadable);
  const { files, followUps } = leftoversIn(project, found, unreadable, only, (path) => looked?.has(path) ?? true);
  const names = looked && new Set([...looked].map((path) => displayPath(project, path)));
  const compared = baseline && compare(files, baseline, (path) => names?.has(path) ?? true);
  if (options.updateBaseline) writeBaseline(resolve(cwd, given!), given!, files);
  const counted = options.updateBaseline ? files.map((file) => ({ ...file, sites: [] })) : (compared?.files ?? files);
  const state = status && (await import('./handoff-check.js')).handoffState(status, files, cwd);
  const sitesFound = counted.reduce((sum, { sites }) => sum + sites.length, 0);
  const report = buildReport({
    project,
    files: [],
    reported: counted,
    routes: [],
    followUps: [
      ...followUps,
      ...(state?.notes ?? []),
      ...baselineNotes(given, compared, options.updateBaseline ? files : undefined),
    ],
    filesScanned: found.count,
    sitesFound,
    started,
  });
  const isContradicted = state !== undefined && state.contradicted > 0;
  const isClean = sitesFound <= max && report.summary.errors === 0 && !isContradicted;
  return { report, sitesFound, isClean };
}

async function scanned(project: Project, unreadable: Map<string, string>): Promise<QuickScan> {
  const found = quickScanProject(project, unreadable);
  if (![...found.files.values()].some(({ parseError }) => parseError !== undefined)) return found;
  const { programOf } = await import('../ast/parse.js');
  return quickScanProject(project, unreadable, programOf);
}

/** @throws {BadInput} where git does not know */
async function lookedAt(project: Project, { since, staged }: CheckOptions): Promise<Set<string> | undefined> {
  if (since === undefined && !staged) return undefined;
  if (since !== undefined && staged) throw new BadInput('use --since or --staged, not both');
  return new Set(await changedFiles(project.root, since));
}

/** @throws {BadInput} for a name that there is not */
function kindNamed(name: string): Kind {
  const kinds = Object.keys(KINDS) as Kind[];
  const found = kinds.find((kind) => kind === name);
  if (!found) throw new BadInput(`--only takes ${kinds.join(', ')}; there is no “${name}”`);
  return found;
}

const references = (amount: number): string => count(amount, 'reference');

function baselineNotes(
  given: string | undefined,
  compared: { known: number; gone: number } | undefined,
  written: readonly ReportedFile[] | undefined,
): FollowUp[] {
  const note = (title: string, detail: string) => [{ rule: 'leftover', title, detail }];
  if (written) {
    const stays = written.reduce((sum, { sites }) => sum + sites.length, 0);
    return note(`${given} is written`, `It lets ${references(stays)} stay.`);
  }
  if (!compared) return [];
  const { known, gone } = compared;
  const shrink = `${gone} more that it lists ${gone === 1 ? 'is gone: --update-baseline takes it' : 'are gone: --update-baseline takes them'} out.`;
  return known + gone > 0 ? note(`${given} lets ${references(known)} stay`, gone > 0 ? shrink : '') : [];
}

/** @throws {BadInput} for a format that there is not */
async function rendererOf(format: string, cwd: string): Promise<(report: Report) => string> {
  const [{ formatNamed }, { render }, { textsOf }] = await Promise.all([
    import('./options.js'),
    import('../report/index.js'),
    import('./texts.js'),
  ]);
  const name = formatNamed(format);
  const texts = textsOf([], cwd);
  return (report) => render(report, name, { colors: createColors(false), dryRun: true, texts });
}
