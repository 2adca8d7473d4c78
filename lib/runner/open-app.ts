import type { FieldMappings } from '../clerk/field-mappings.js';
import { readProject, type Project } from '../project/index.js';
import { count } from '../report/text.js';
import type { Scan } from '../scan/scan.js';
import type { WrapperSetting } from '../scan/wrappers.js';
import type { Transform } from '../source/transform.js';
import { TRANSFORMS } from '../../transforms/index.js';
import { gitState, type GitState } from './git.js';
import { execute } from './journal.js';
import { journalPath } from './journal-path.js';
import { AUTO, type Preferences } from './preferences.js';
import { leavingOut } from './paths.js';
import { planRun, scanApp, type AppScan, type RunPlan } from './plan.js';
import { phase, phaseAsync, type Phases } from './phases.js';
import type { Progress } from './progress.js';

export interface OpenOptions {
  readonly cwd: string;
  readonly path: string;
  readonly ignore: readonly string[];
  readonly transforms: readonly Transform[];
  readonly todo: boolean;
  readonly bridge: boolean;
  /** Whether changed files go through the app's own formatter. */
  readonly formatFiles: boolean;
  /** Functions of the app's own that yield the session, where the run can't see it. */
  readonly wrappers?: readonly WrapperSetting[];
  /** Fields of the app's own whose place in Clerk a config names. */
  readonly fields?: FieldMappings;
}

/** An app that is read once, and may be planned several times over: with other choices, or without some files. */
export class OpenApp {
  /** How long reading and scanning took: the time that a person takes to answer is not the run's. */
  #spent: number;
  #scanned: AppScan | undefined;

  private constructor(
    private readonly options: OpenOptions,
    readonly project: Project,
    readonly git: GitState,
    private readonly progress: Progress | undefined,
    private readonly phases: Phases | undefined,
    started: number,
  ) {
    this.#spent = performance.now() - started;
  }

  /** @throws {BadInput} where there is no app to work on */
  static async read(options: OpenOptions, progress?: Progress, phases?: Phases): Promise<OpenApp> {
    const started = performance.now();
    const project = await phaseAsync(
      phases,
      'Found',
      () => readProject(options.path, { cwd: options.cwd, ignore: [...options.ignore] }),
      ({ apps, sourceFiles }) => `${count(apps.length, 'app')}, ${count(sourceFiles.length, 'source file')}`,
    );
    return new OpenApp(options, project, await gitState(project.root), progress, phases, started);
  }

  /** The folder that the journal speaks of. */
  get root(): string {
    return this.git.kind === 'none' ? this.project.root : this.git.root;
  }

  get journalFile(): string {
    return journalPath(this.root, this.git.kind === 'none' ? undefined : this.git.gitDir);
  }

  /** @throws {BadInput} where the app is on a version that has to be upgraded first */
  get scanned(): AppScan {
    if (this.#scanned) return this.#scanned;
    const started = performance.now();
    this.#scanned = phase(
      this.phases,
      'Scanned',
      () => scanApp(this.project, this.progress, this.options.wrappers),
      ({ found }) => referencesIn(found),
    );
    this.#spent += performance.now() - started;
    return this.#scanned;
  }

  /** @param leftOut absolute paths of files that stay as they are */
  async plan(preferences: Partial<Preferences> = {}, leftOut: ReadonlySet<string> = new Set()): Promise<RunPlan> {
    const { transforms, todo, bridge, fields } = this.options;
    const scanned = this.scanned;
    const isPartial = transforms.length < TRANSFORMS.length;
    const project = leavingOut(this.project, leftOut);
    const settings = {
      transforms,
      isPartial,
      todo,
      bridge,
      fields,
      preferences: { ...AUTO, ...preferences },
      progress: this.progress,
    };
    const plan = phase(
      this.phases,
      'Planned',
      () => planRun(project, settings, performance.now() - this.#spent, scanned),
      ({ report: { summary } }) =>
        `${count(summary.filesChanged, 'file')} to change, ${summary.filesCreated} to create, ${summary.filesDeleted} to delete`,
    );
    if (!this.options.formatFiles || plan.files.length === 0) return plan;
    const { formatPlan } = await import('./format-plan.js');
    return phaseAsync(
      this.phases,
      'Formatted',
      () => formatPlan(plan, this.project, this.progress),
      ({ files }) =>
        `${count(files.filter(({ after }) => after !== null).length, 'file')}, where the app has a formatter`,
    );
  }

  /**
   * Writes a plan, from the journal.
   * @throws {StaleFiles} where a file is no longer what was read; nothing was written then
   */
  write({ files, report }: RunPlan): void {
    let done = 0;
    const written = () => this.progress?.('Writing', (done += 1), files.length);
    phase(
      this.phases,
      'Wrote',
      () => execute({ root: this.root, files }, report, this.journalFile, { written }),
      () => count(files.length, 'file'),
    );
  }
}

function referencesIn({ files }: Scan): string {
  const holders = [...files.values()].filter(({ sites }) => sites.length > 0);
  const sites = holders.reduce((sum, each) => sum + each.sites.length, 0);
  return `${count(sites, 'reference')} in ${count(holders.length, 'file')}`;
}
