import type { Span } from '../ast/tree.js';
import { fieldsAdded, isSecret } from '../authjs/session-fields.js';
import { METADATA_CLAIM, takesMetadata, type OwnFields } from '../clerk/generated/session-metadata.js';
import type { CallbacksInput } from '../clerk/generated/session-types.js';
import type { FollowUp, PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import type { AuthConfig } from '../scan/config.js';
import { fillsAll } from '../scan/filled-fields.js';
import type { KeptCallbacks } from '../scan/session-callbacks.js';
import type { ScannedFile } from '../scan/sites.js';
import { AppCallbacks } from './app-callbacks.js';
import { augmentationFor, authjsStyleAt, helperPath, type HelperNeed } from './helpers.js';
import { MetadataFields } from './metadata-fields.js';
import type { Preferences } from './preferences.js';

type Needs = { readonly helpers: readonly HelperNeed[] };

/** What the sessions of a project's apps hold, and what fills them once Auth.js is gone. */
export class AppSessions {
  readonly #configs: readonly { app: App | undefined; config: AuthConfig }[];
  readonly #callbacks: AppCallbacks;
  readonly #metadata: MetadataFields;

  /**
   * @param bridge whether sessions and their types may come from the generated module
   * @param movesCallbacks whether callbacks may move: their transform is in the chain
   */
  constructor(
    private readonly project: Project,
    private readonly scanned: ReadonlyMap<string, ScannedFile>,
    private readonly bridge: boolean,
    movesCallbacks: boolean,
    private readonly preferences: Preferences,
  ) {
    this.#callbacks = new AppCallbacks(project, bridge && movesCallbacks ? scanned : new Map());
    this.#metadata = new MetadataFields(project, scanned, (module) => this.configsOf(project.appOf(module)));
    this.#configs = [...scanned.values()].flatMap(({ path, configs }) =>
      configs.map((config) => ({ app: project.appOf(path), config })),
    );
  }

  /** An app's own options and those that apps share; all of them for code that no single app owns. */
  configsOf(app: App | undefined): AuthConfig[] {
    return this.#configs
      .filter((each) => app === undefined || each.app === undefined || each.app === app)
      .map(({ config }) => config);
  }

  /** The app's own callbacks that the generated module at a path runs. */
  callbacksFor(module: string): CallbacksInput | undefined {
    return this.keepsCallbacks(module) ? this.#callbacks.calledFrom(module) : undefined;
  }

  /** The fields that the generated module at a path reads off the public metadata of Clerk's user. */
  ownFieldsFor(module: string): OwnFields | undefined {
    if (this.keepsCallbacks(module)) return undefined;
    const isWanted = this.bridge && this.preferences.customFields !== 'callbacks';
    const own = isWanted ? this.#metadata.of(module) : this.#metadata.earlier(module);
    // Clerk's own ids are no numbers.
    return own?.hasNumericId && this.userIds(this.project.appOf(module)) === 'clerk' ? undefined : own;
  }

  /** Whether sessions of a file hold fields of the public metadata. */
  readsMetadata(path: string): boolean {
    const own = this.ownFieldsOf(path);
    return own !== undefined && takesMetadata(own);
  }

  ownFieldsOf(path: string): OwnFields | undefined {
    const module = helperPath(this.project, path);
    return module === undefined ? undefined : this.ownFieldsFor(module);
  }

  /** Paths of a provider's tokens in the sessions of a file, where the app's own callbacks put them there: the server's alone have them. */
  serverSecrets(path: string): readonly string[] {
    const kept = this.keepsCallbacks(path) ? this.keptFor(path) : undefined;
    if (!kept?.account.has('tokens')) return [];
    const fields = this.extraFields(path, this.configsOf(this.project.appOf(path)));
    if (!fields) return [...kept.tokenNames].flatMap((name) => [name, `user.${name}`]);
    const isToken = (name: string) => kept.tokenNames.has(name) || isSecret(name);
    return fields.filter((field) => isToken(field.split('.').at(-1)!));
  }

  /** Whether the file holds callbacks that may move. */
  holdsCallbacks(path: string): boolean {
    return this.keepsCallbacks(path) && this.#callbacks.of(path)?.path === path;
  }

  /** What of the file lives on where its callbacks do. */
  keptIn(path: string): readonly Span[] {
    const found = this.holdsCallbacks(path) ? this.#callbacks.of(path) : undefined;
    return found ? [...found.kept.properties, ...found.kept.needed] : [];
  }

  /** The modules that callbacks of Auth.js's routes move to, where the rewritten files ask for the sessions that they make. */
  callbackModules(needs: readonly Needs[], makers: readonly string[]): PlannedFile[] {
    return [...this.scanned.keys()]
      .filter((path) => this.isCalled(path, needs, makers))
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
  isCalled(path: string, needs: readonly Needs[], makers: readonly string[]): boolean {
    const module = this.holdsCallbacks(path) ? helperPath(this.project, path) : undefined;
    return (
      needs.some(({ helpers }) => helpers.some((each) => each.helper === 'getSession' && each.path === module)) ||
      (module !== undefined && makers.some((maker) => helperPath(this.project, maker) === module))
    );
  }

  /** What the callbacks put into a session and what the augmentations say of it, together. */
  extraFields(path: string, configs: readonly AuthConfig[]): string[] | undefined {
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

  hasPlainToken(path: string, configs: readonly AuthConfig[]): boolean {
    const isFilled = configs.some(({ callbacks }) => callbacks.some(({ name }) => name === 'jwt'));
    const { interfaces } = augmentationFor(path, this.project, this.scanned);
    return configs.length > 0 && !isFilled && !interfaces.some(({ name }) => name.endsWith('JWT'));
  }

  /** Whether the generated module yields all that the sessions of a file hold. */
  yieldsSession(path: string): boolean {
    const module = helperPath(this.project, path);
    if (!this.bridge || module === undefined || !this.project.isTargeted(module)) return false;
    const fields = this.extraFields(path, this.configsOf(this.project.appOf(path)));
    return fields?.length === 0 || this.keepsCallbacks(path) || this.ownFieldsFor(module) !== undefined;
  }

  /** Callbacks are kept for fields of the app's own: what Auth.js's sessions hold, Clerk's profile gives. */
  keepsCallbacks(path: string): boolean {
    return (
      this.preferences.customFields !== 'metadata' &&
      this.#callbacks.of(path) !== undefined &&
      this.extraFields(path, this.configsOf(this.project.appOf(path)))?.length !== 0
    );
  }

  /** Ids are Clerk's own only where no data can hold another. */
  userIds(app: App | undefined): 'clerk' | 'external' {
    if (this.preferences.userIds !== 'auto') return this.preferences.userIds;
    return app &&
      app.database === undefined &&
      app.adapter === undefined &&
      !this.configsOf(app).some(({ adapter }) => adapter !== undefined)
      ? 'clerk'
      : 'external';
  }

  /** The session token holds the metadata that sessions are made of. */
  claimsFor(path: string): HelperNeed[] {
    const own = this.ownFieldsFor(path);
    return own && takesMetadata(own) ? [{ path, helper: `claim ${METADATA_CLAIM}`, form: undefined }] : [];
  }

  /** The callbacks that fill the sessions of a file, where they live on. */
  keptFor(path: string): KeptCallbacks | undefined {
    return this.#callbacks.of(path)?.kept;
  }

  /** Whether a follow-up says of a callback that it went, where it lives on. */
  tells(path: string, followUp: FollowUp): boolean {
    return this.keepsCallbacks(path) && this.#callbacks.tells(path, followUp);
  }

  /** Which fields of what `update(data)` hands to the callbacks last. */
  updatesOf(path: string): 'all' | readonly string[] {
    const kept = this.keepsCallbacks(path) ? this.keptFor(path) : undefined;
    return kept?.updates ?? updatesOf(this.configsOf(this.project.appOf(path)), this.readsMetadata(path));
  }
}

/** What the metadata hold, no callback makes anew: all that an update brought lasted. */
function updatesOf(configs: readonly AuthConfig[], readsMetadata: boolean): 'all' | string[] {
  if (readsMetadata && configs.length > 0) return configs.some(({ takesUpdates }) => takesUpdates) ? 'all' : [];
  if (configs.length === 0 || configs.some(({ updates }) => updates === 'all')) return 'all';
  return configs.flatMap(({ updates }) => updates);
}
