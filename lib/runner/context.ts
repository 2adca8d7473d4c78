import { isAbsolute } from 'node:path';
import type { Node } from '../ast/tree.js';
import { isSessionType } from '../authjs/session-calls.js';
import { NO_MAPPINGS } from '../clerk/field-mappings.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import { fileLikeHeads } from '../project/file-like.js';
import type { App, Project } from '../project/index.js';
import { typescriptAt } from '../project/typescript.js';
import type { Exported, ScannedFile } from '../scan/sites.js';
import { STANDALONE, type CodeUnderTest, type FileContext, type OwnWrappers, type TestCut } from '../source/context.js';
import { AppSessions } from './app-sessions.js';
import { GeneratedModules } from './generated-modules.js';
import { augmentationFor, authjsStyleAt, helperPath, type HelperNeed } from './helpers.js';
import { AUTO, type Preferences } from './preferences.js';
import { OwnAuth } from './own-auth.js';
import { displayPath } from './paths.js';
import type { SignInPages } from './sign-in-pages.js';
import type { SignInParts } from './sign-in-parts.js';
import { Versions } from './versions.js';

/** What a file's rewrite asks for besides its own text; it counts only if the rewrite comes to be. */
export interface Needs {
  readonly helpers: HelperNeed[];
  readonly notes: FollowUp[];
  /** Text that goes to a file of its own. */
  readonly left: PlannedFile[];
}

/** What is known of a file's surroundings, changeable as the waves of a run find out more. */
export interface Surroundings extends FileContext {
  runtimeNeeded: boolean | undefined;
  keepsTypes: boolean;
  runsInMiddleware: boolean;
  setUpExports: ReadonlySet<string>;
  setUpProperties: readonly Node[];
  stillTaken: ReadonlySet<string>;
  isImportedElsewhere: boolean;
  unreadVariables: ReadonlySet<string>;
  keepsCallbacks: boolean;
  ownWrappers: OwnWrappers;
  /** Whether a use of v5's `auth` waits for the module that it is imported from. */
  waitsForAuth: boolean;
  actionsInUse: ReadonlySet<string> | undefined;
  codeUnderTest: CodeUnderTest;
  testCut: TestCut | undefined;
  isStillLoaded: (source: string) => boolean;
  readonly needs: Needs;
}

/** Knowledge of the whole app, handed to each file's transforms. */
export class Contexts {
  readonly sessions: AppSessions;
  readonly #modules: GeneratedModules;
  readonly ownAuth: OwnAuth;

  constructor(
    private readonly project: Project,
    private readonly scanned: ReadonlyMap<string, ScannedFile>,
    private readonly signInParts: SignInParts,
    /** Whether sessions and their types may come from the generated module. */
    private readonly bridge = true,
    /** Whether callbacks may move: their transform is in the chain. */
    movesCallbacks = false,
    /** The files that render an app without a provider. */
    private readonly roots: ReadonlySet<string> = new Set(),
    private readonly preferences: Preferences = AUTO,
    /** The address of the webhook that an app gets. */
    private readonly webhookOf: (app: App) => string | undefined = () => undefined,
    private readonly versions = new Versions(project),
    /** Fields of the app's own whose place in Clerk a config names. */
    private readonly fields = NO_MAPPINGS,
    private readonly pages?: SignInPages,
  ) {
    this.sessions = new AppSessions(project, scanned, bridge, movesCallbacks, preferences);
    this.#modules = new GeneratedModules(project, this.sessions, bridge);
    this.ownAuth = new OwnAuth(project, scanned, (maker) => this.sessions.yieldsSession(maker));
  }

  /** All that a file's transforms know of the app around it. */
  of(path: string): Surroundings {
    const { project, ownAuth, sessions, signInParts, webhookOf, pages } = this;
    const app = project.appOf(path);
    const configs = sessions.configsOf(app);
    const needs: Needs = { helpers: [], notes: [], left: [] };
    const own = sessions.ownFieldsOf(path);
    const surroundings: Surroundings = {
      displayPath: displayPath(project, path),
      routeKind: project.routeKindOf(path),
      route: project.addressOf(path),
      clerkMajor: this.versions.ofAny(app).major,
      typescript: typescriptAt(path, project),
      runsInMiddleware: true,
      authjsStyle: authjsStyleAt(path, project),
      userIds: sessions.userIds(app),
      profile: this.preferences.profile,
      signInPage: configs.map(({ pages }) => pages.get('signIn')).find((page) => page !== undefined),
      get clerkPage() {
        return app && pages?.of(app).signIn;
      },
      get portal() {
        return (app && pages?.portal(app)) ?? STANDALONE.portal;
      },
      get hostsSignIn() {
        return app && pages?.hosts(app);
      },
      routeMatcher: this.preferences.routeMatcher,
      get hasFileLikePages() {
        return app !== undefined && fileLikeHeads(project, app).length > 0;
      },
      get webhook() {
        return app && webhookOf(app);
      },
      get signInPart() {
        return signInParts.of(path);
      },
      authorizedCallback:
        configs.length === 0
          ? undefined
          : configs.some(({ callbacks }) => callbacks.some(({ name }) => name === 'authorized')),
      updates: sessions.updatesOf(path),
      authorizedAt: this.#authorizedAt(app),
      extraFields: this.bridge ? sessions.extraFields(path, configs) : undefined,
      fields: this.fields,
      hasPlainToken: this.bridge && sessions.hasPlainToken(path, configs),
      helperModule: (helper, form) => this.#modules.moduleFor(path, helper, form, needs),
      runtimeNeeded: undefined,
      keepsTypes: false,
      setUpExports: new Set(),
      setUpProperties: [],
      unreadVariables: new Set(),
      stillTaken: new Set(),
      isImportedElsewhere: true,
      testCut: undefined,
      isStillLoaded: () => true,
      keepsCallbacks: sessions.keepsCallbacks(path),
      readsMetadata: sessions.readsMetadata(path),
      yieldsOwnFields: own !== undefined,
      hasNumericIds: own?.hasNumericId ?? false,
      sessionSecrets: own?.secrets ?? [],
      serverSecrets: sessions.serverSecrets(path),
      ownTypes: this.#ownTypesAt(path),
      callbacksModule: sessions.callbacksHome(path),
      sessionStrategy: sessions.keptFor(path)?.strategy,
      actionsInUse: undefined,
      specifierOf: (module) => (isAbsolute(module) ? project.specifierFor(module, path) : module),
      lacksProvider: this.roots.has(path),
      ownWrappers: 'authjs',
      waitsForAuth: false,
      ownAuth: (source, name) => {
        const answer = ownAuth.of(path, source, name);
        surroundings.waitsForAuth ||= answer === 'later';
        return answer;
      },
      handsTypeOn: (source, name) => {
        const makers = project.resolveAll(source, path).map((target) => ownAuth.chain({ path: target, name })?.at(-1));
        return makers.length > 0 && makers.every((maker) => maker !== undefined && this.#handsTypeOn(maker));
      },
      get wantedAuth() {
        return ownAuth.wantedOf(path);
      },
      codeUnderTest: { client: 'none', server: 'none' },
      note: (followUp) => {
        if (!surroundings.keepsCallbacks || !sessions.tells(path, followUp)) needs.notes.push(followUp);
      },
      leave: this.#modules.placeFor(path, needs),
      needs,
    };
    return surroundings;
  }

  #ownTypesAt(path: string): ReadonlySet<string> {
    const { local } = augmentationFor(path, this.project, this.scanned);
    return new Set(local.flatMap(({ name, isInModule }) => (isInModule ? [name] : [])));
  }

  /** The one callback that decides who passes v5's middleware. */
  #authorizedAt(app: App | undefined): FileContext['authorizedAt'] {
    const found = [...this.scanned.values()].flatMap((file) => {
      const owner = this.project.appOf(file.path);
      if (app !== undefined && owner !== undefined && owner !== app) return [];
      const parts = file.configs.flatMap(({ callbacks }) => callbacks.filter(({ name }) => name === 'authorized'));
      return parts.map((part) => ({ file, part }));
    });
    return found.length === 1 ? found[0] : undefined;
  }

  /** Whether a file re-exports a type of Auth.js's that the generated module has for it. */
  #handsTypeOn({ path, name }: Exported): boolean {
    const module = this.bridge && this.project.isTargeted(path) ? helperPath(this.project, path) : undefined;
    return (
      module !== undefined &&
      this.project.isTargeted(module) &&
      (this.scanned.get(path)?.sites ?? []).some(
        (site) =>
          site.kind === 'module' &&
          site.form === 'export-from' &&
          site.target === undefined &&
          site.names.includes(name) &&
          site.names.every((each) => isSessionType({ module: site.source, name: each })),
      )
    );
  }
}
