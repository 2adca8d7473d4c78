import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSessionModule, sessionModule, type SessionModule } from '../clerk/generated/session-module.js';
import { clerkVersionFor } from '../clerk/versions.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { AuthConfig } from '../scan/config.js';
import type { ScannedFile } from '../scan/sites.js';
import type { FileContext, Helper } from '../source/context.js';
import { displayPath } from './paths.js';

/** What a file's rewrite asks for besides its own text; it counts only if the rewrite comes to be. */
export interface Needs {
  readonly helpers: { path: string; helper: Helper; form: 'app' | 'pages' }[];
  readonly notes: FollowUp[];
}

/** What is known of a file's surroundings, changeable as the waves of a run find out more. */
export interface Surroundings extends FileContext {
  runtimeNeeded: boolean | undefined;
  isImportedElsewhere: boolean;
  keepsConfig: string | undefined;
  readonly needs: Needs;
}

/** Knowledge of the whole app, handed to each file's transforms. */
export class Contexts {
  readonly #configs: readonly AuthConfig[];

  constructor(
    private readonly project: Project,
    scanned: ReadonlyMap<string, ScannedFile>,
  ) {
    this.#configs = [...scanned.values()].flatMap(({ configs }) => configs);
  }

  of(path: string): Surroundings {
    const { project } = this;
    const app = project.appOf(path);
    const needs: Needs = { helpers: [], notes: [] };
    return {
      displayPath: displayPath(project, path),
      routeKind: project.routeKindOf(path),
      clerkMajor: clerkVersionFor(app?.next.version).major,
      userIds: this.userIds(app),
      signInPage: this.#configs.map(({ pages }) => pages.get('signIn')).find((page) => page !== undefined),
      authorizedCallback:
        this.#configs.length === 0
          ? undefined
          : this.#configs.some(({ callbacks }) => callbacks.some(({ name }) => name === 'authorized')),
      helperModule: (helper, form) => this.#helperModule(path, helper, form, needs),
      runtimeNeeded: undefined,
      isImportedElsewhere: true,
      keepsConfig: this.#keepsConfig(),
      note: (followUp) => void needs.notes.push(followUp),
      needs,
    };
  }

  /** Ids are Clerk's own only where no data can hold another. */
  userIds(app: App | undefined): 'clerk' | 'external' {
    return app &&
      app.database === undefined &&
      app.adapter === undefined &&
      !this.#configs.some(({ adapter }) => adapter !== undefined)
      ? 'clerk'
      : 'external';
  }

  #keepsConfig(): string | undefined {
    const decides = this.#configs.some(({ callbacks }) => callbacks.some(({ name }) => name === 'signIn'));
    return decides
      ? 'callbacks.signIn decides who may sign in; set Clerk’s restrictions accordingly, then remove this'
      : undefined;
  }

  #helperModule(from: string, helper: Helper, form: 'app' | 'pages', needs: Needs): string | undefined {
    const path = helperPath(this.project, from);
    if (path === undefined || !this.project.isTargeted(path)) return undefined;
    if (existsSync(path) && !readSessionModule(readFileSync(path, 'utf8'))) return undefined;
    needs.helpers.push({ path, helper, form });
    return this.project.specifierFor(path, from);
  }
}

/** One module a package: beside the app's own library code, in the language of the package. */
function helperPath(project: Project, from: string): string | undefined {
  const owner = project.packageOf(from);
  const app = project.apps.find(({ dir }) => dir === owner?.dir) ?? (owner ? undefined : project.appOf(from));
  const base = app?.sourceDir ?? owner?.dir;
  if (base === undefined) return undefined;
  const folders = app
    ? [join(base, 'lib'), join(app.dir, 'lib'), join(base, 'utils')]
    : [join(base, 'src', 'lib'), join(base, 'src'), join(base, 'lib')];
  const folder = folders.find((each) => existsSync(each)) ?? (app ? join(base, 'lib') : base);
  const typescript = app ? app.language === 'ts' : existsSync(join(owner!.dir, 'tsconfig.json'));
  return join(folder, `clerk-session.${typescript ? 'ts' : 'js'}`);
}

/** The generated modules that the rewritten files import, each with all that an earlier run has put there. */
export function planHelpers(needs: readonly Needs[]): PlannedFile[] {
  const modules = new Map<string, { helpers: Set<Helper>; forms: Set<'app' | 'pages'> }>();
  for (const { path, helper, form } of needs.flatMap(({ helpers }) => helpers)) {
    const earlier = existsSync(path) ? readSessionModule(readFileSync(path, 'utf8')) : undefined;
    const module = modules.get(path) ?? { helpers: new Set(earlier?.helpers), forms: new Set(earlier?.forms) };
    module.helpers.add(helper);
    module.forms.add(form);
    modules.set(path, module);
  }
  return [...modules].map(([path, module]) => {
    const settings: SessionModule = { ...module, typescript: path.endsWith('.ts') };
    return { path, before: existsSync(path) ? readFileSync(path, 'utf8') : null, after: sessionModule(settings) };
  });
}
