import { existsSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import type { Node, Span } from '../ast/tree.js';
import { isSessionType } from '../authjs/session-calls.js';
import { fieldsAdded } from '../authjs/session-fields.js';
import { NO_MAPPINGS } from '../clerk/field-mappings.js';
import { METADATA_CLAIM, takesMetadata, type OwnFields } from '../clerk/generated/session-metadata.js';
import type { CallbacksInput } from '../clerk/generated/session-types.js';
import { givesSession, isBridge, isClientHelper, isMockHelper } from '../clerk/helpers.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import { fileLikeHeads } from '../project/file-like.js';
import type { App, Project } from '../project/index.js';
import { typescriptAt } from '../project/typescript.js';
import type { AuthConfig } from '../scan/config.js';
import { fillsAll } from '../scan/filled-fields.js';
import type { Exported, ScannedFile } from '../scan/sites.js';
import {
  STANDALONE,
  type CodeUnderTest,
  type FileContext,
  type Helper,
  type OwnWrappers,
  type TestCut,
} from '../source/context.js';
import { AppCallbacks } from './app-callbacks.js';
import { answeringApp, clientPath, endpointForm, endpointPath } from './client-files.js';
import { augmentationFor, authjsStyleAt, helperPath, mockPath, type HelperNeed } from './helpers.js';
import { AUTO, type Preferences } from './preferences.js';
import { MetadataFields } from './metadata-fields.js';
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
  readonly #configs: readonly { app: App | undefined; config: AuthConfig }[];
  readonly #callbacks: AppCallbacks;
  readonly #metadata: MetadataFields;
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
    this.#callbacks = new AppCallbacks(project, bridge && movesCallbacks ? scanned : new Map());
    this.#metadata = new MetadataFields(project, scanned, (module) => this.#configsOf(project.appOf(module)));
    this.ownAuth = new OwnAuth(project, scanned, (maker) => this.#yieldsSession(maker));
    this.#configs = [...scanned.values()].flatMap(({ path, configs }) =>
      configs.map((config) => ({ app: project.appOf(path), config })),
    );
  }

  /** An app's own options and those that apps share; all of them for code that no single app owns. */
  #configsOf(app: App | undefined): AuthConfig[] {
    return this.#configs
      .filter((each) => app === undefined || each.app === undefined || each.app === app)
      .map(({ config }) => config);
  }

  /** The app's own callbacks that the generated module at a path runs. */
  callbacksFor(module: string): CallbacksInput | undefined {
    return this.#keepsCallbacks(module) ? this.#callbacks.calledFrom(module) : undefined;
  }

  /** The fields that the generated module at a path reads off the public metadata of Clerk's user. */
  ownFieldsFor(module: string): OwnFields | undefined {
    if (this.#keepsCallbacks(module)) return undefined;
    const isWanted = this.bridge && this.preferences.customFields !== 'callbacks';
    const own = isWanted ? this.#metadata.of(module) : this.#metadata.earlier(module);
    // Clerk's own ids are no numbers.
    return own?.hasNumericId && this.userIds(this.project.appOf(module)) === 'clerk' ? undefined : own;
  }

  /** Whether sessions of a file hold fields of the public metadata. */
  readsMetadata(path: string): boolean {
    const own = this.#ownFieldsOf(path);
    return own !== undefined && takesMetadata(own);
  }

  #ownFieldsOf(path: string): OwnFields | undefined {
    const module = helperPath(this.project, path);
    return module === undefined ? undefined : this.ownFieldsFor(module);
  }

  /** Whether the file holds callbacks that may move. */
  holdsCallbacks(path: string): boolean {
    return this.#keepsCallbacks(path) && this.#callbacks.of(path)?.path === path;
  }

  /** What of the file lives on where its callbacks do. */
  keptIn(path: string): readonly Span[] {
    const found = this.holdsCallbacks(path) ? this.#callbacks.of(path) : undefined;
    return found ? [...found.kept.properties, ...found.kept.needed] : [];
  }

  /** The modules that callbacks of Auth.js's routes move to, where the rewritten files ask for the sessions that they make. */
  callbackModules(needs: readonly Needs[]): PlannedFile[] {
    return [...this.scanned.keys()]
      .filter((path) => this.isCalled(path, needs))
      .flatMap((path) => {
        const { path: home, text } = this.#callbacks.of(path)!.home;
        return text === undefined ? [] : [{ path: home, before: null, after: text }];
      });
  }

  /** The module string of the module that exports the file's callbacks, where it is another. */
  callbacksHome(path: string): string | undefined {
    const home = this.holdsCallbacks(path) ? this.#callbacks.of(path)!.home.path : path;
    return home === path ? undefined : this.project.specifierFor(home, path);
  }

  /** Whether a rewritten file asks for the session that the file's callbacks make. */
  isCalled(path: string, needs: readonly Needs[]): boolean {
    const module = this.holdsCallbacks(path) ? helperPath(this.project, path) : undefined;
    return (
      needs.some(({ helpers }) => helpers.some((each) => each.helper === 'getSession' && each.path === module)) ||
      (module !== undefined && this.ownAuth.makers.some((maker) => helperPath(this.project, maker) === module))
    );
  }

  of(path: string): Surroundings {
    const { project, ownAuth, signInParts, webhookOf, pages } = this;
    const app = project.appOf(path);
    const configs = this.#configsOf(app);
    const needs: Needs = { helpers: [], notes: [], left: [] };
    const kept = this.#keepsCallbacks(path) ? this.#callbacks.of(path)?.kept : undefined;
    const own = this.#ownFieldsOf(path);
    const surroundings: Surroundings = {
      displayPath: displayPath(project, path),
      routeKind: project.routeKindOf(path),
      route: project.addressOf(path),
      clerkMajor: this.versions.ofAny(app).major,
      typescript: typescriptAt(path, project),
      runsInMiddleware: true,
      authjsStyle: authjsStyleAt(path, project),
      userIds: this.userIds(app),
      profile: this.preferences.profile,
      signInPage: configs.map(({ pages }) => pages.get('signIn')).find((page) => page !== undefined),
      get portal() {
        return (app && pages?.portal(app)) ?? STANDALONE.portal;
      },
      get hostsSignIn() {
        return app !== undefined && pages?.hosts(app) === true;
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
      updates: kept?.updates ?? updatesOf(configs, this.readsMetadata(path)),
      authorizedAt: this.#authorizedAt(app),
      extraFields: this.bridge ? this.#extraFields(path, configs) : undefined,
      fields: this.fields,
      hasPlainToken: this.bridge && this.#hasPlainToken(path, configs),
      helperModule: (helper, form) => this.#helperModule(path, helper, form, needs),
      runtimeNeeded: undefined,
      keepsTypes: false,
      setUpExports: new Set(),
      setUpProperties: [],
      unreadVariables: new Set(),
      stillTaken: new Set(),
      isImportedElsewhere: true,
      testCut: undefined,
      isStillLoaded: () => true,
      keepsCallbacks: this.#keepsCallbacks(path),
      readsMetadata: this.readsMetadata(path),
      yieldsOwnFields: own !== undefined,
      hasNumericIds: own?.hasNumericId ?? false,
      sessionSecrets: own?.secrets ?? [],
      ownTypes: this.#ownTypesAt(path),
      callbacksModule: this.callbacksHome(path),
      sessionStrategy: this.#callbacks.of(path)?.kept.strategy,
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
        if (!surroundings.keepsCallbacks || !this.#callbacks.tells(path, followUp)) needs.notes.push(followUp);
      },
      leave: this.#placeFor(path, needs),
      needs,
    };
    return surroundings;
  }

  #ownTypesAt(path: string): ReadonlySet<string> {
    const { local } = augmentationFor(path, this.project, this.scanned);
    return new Set(local.flatMap(({ name, isInModule }) => (isInModule ? [name] : [])));
  }

  /** Writes text into a new file beside the generated module. */
  #placeFor(from: string, needs: Needs): FileContext['leave'] {
    const module = helperPath(this.project, from);
    if (module === undefined || !this.project.isTargeted(module)) return undefined;
    const path = join(dirname(module), `former-callbacks${extname(module)}`);
    if (existsSync(path)) return undefined;
    return (text) => {
      needs.left.push({ path, before: null, after: `${text}${path.endsWith('.ts') ? '\nexport {};\n' : ''}` });
    };
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

  /** What the callbacks put into a session and what the augmentations say of it, together. */
  #extraFields(path: string, configs: readonly AuthConfig[]): string[] | undefined {
    const shapes = configs.flatMap(({ shape }) => shape ?? []);
    if (configs.length === 0 || shapes.some((shape) => 'unknown' in shape)) return undefined;
    // Without a session callback Auth.js's sessions hold its own fields alone, whatever the types say. It may stand in
    // options that are spread and were not seen.
    const unseen = configs.reduce((count, { spreads }) => count + spreads, 0) - (configs.length - 1);
    if (shapes.length === 0) return unseen > 0 ? undefined : [];
    const written = shapes.flatMap((shape) => ('extra' in shape ? shape.extra : []));
    const { interfaces } = augmentationFor(path, this.project, this.scanned);
    if (unseen <= 0 && fillsAll(configs, authjsStyleAt(path, this.project), interfaces)) return written;
    return [...written, ...fieldsAdded(interfaces)];
  }

  #hasPlainToken(path: string, configs: readonly AuthConfig[]): boolean {
    const isFilled = configs.some(({ callbacks }) => callbacks.some(({ name }) => name === 'jwt'));
    const { interfaces } = augmentationFor(path, this.project, this.scanned);
    return configs.length > 0 && !isFilled && !interfaces.some(({ name }) => name.endsWith('JWT'));
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

  /** Whether the generated module yields all that the sessions of a file hold. */
  #yieldsSession(path: string): boolean {
    const module = helperPath(this.project, path);
    if (!this.bridge || module === undefined || !this.project.isTargeted(module)) return false;
    const fields = this.#extraFields(path, this.#configsOf(this.project.appOf(path)));
    return fields?.length === 0 || this.#keepsCallbacks(path) || this.ownFieldsFor(module) !== undefined;
  }

  /** Callbacks are kept for fields of the app's own: what Auth.js's sessions hold, Clerk's profile gives. */
  #keepsCallbacks(path: string): boolean {
    return (
      this.preferences.customFields !== 'metadata' &&
      this.#callbacks.of(path) !== undefined &&
      this.#extraFields(path, this.#configsOf(this.project.appOf(path)))?.length !== 0
    );
  }

  /** Ids are Clerk's own only where no data can hold another. */
  userIds(app: App | undefined): 'clerk' | 'external' {
    if (this.preferences.userIds !== 'auto') return this.preferences.userIds;
    return app &&
      app.database === undefined &&
      app.adapter === undefined &&
      !this.#configsOf(app).some(({ adapter }) => adapter !== undefined)
      ? 'clerk'
      : 'external';
  }

  /** The session token holds the metadata that sessions are made of. */
  #claimsFor(path: string): HelperNeed[] {
    const own = this.ownFieldsFor(path);
    return own && takesMetadata(own) ? [{ path, helper: `claim ${METADATA_CLAIM}`, form: undefined }] : [];
  }

  #helperModule(from: string, helper: Helper, form: HelperNeed['form'], needs: Needs): string | undefined {
    const path = helperPath(this.project, from);
    if (path === undefined || !this.project.isTargeted(path) || (!this.bridge && isBridge(helper))) return undefined;
    if (isMockHelper(helper) && this.project.isIgnored(mockPath(path))) return undefined;
    if (isClientHelper(helper)) {
      if (this.project.isIgnored(clientPath(path))) return undefined;
      // What the app's own callbacks make only the server knows.
      if (helper === 'getBrowserSession' || (helper === 'useSession' && this.#keepsCallbacks(path))) {
        const app = answeringApp(this.project, path);
        if (!app || !this.project.isTargeted(endpointPath(app))) return undefined;
        needs.helpers.push({ path, helper: 'getSession', form: endpointForm(app) });
      }
      needs.helpers.push({ path, helper, form: undefined }, ...(givesSession(helper) ? this.#claimsFor(path) : []));
      return this.project.specifierFor(clientPath(path), from);
    }
    needs.helpers.push({ path, helper, form }, ...(helper === 'getSession' ? this.#claimsFor(path) : []));
    return this.project.specifierFor(path, from);
  }
}

/** What the metadata hold, no callback makes anew: all that an update brought lasted. */
function updatesOf(configs: readonly AuthConfig[], readsMetadata: boolean): 'all' | string[] {
  if (readsMetadata && configs.length > 0) return configs.some(({ takesUpdates }) => takesUpdates) ? 'all' : [];
  if (configs.length === 0 || configs.some(({ updates }) => updates === 'all')) return 'all';
  return configs.flatMap(({ updates }) => updates);
}
