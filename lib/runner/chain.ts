import { createRequire } from 'node:module';
import type { JSCodeshift } from 'jscodeshift';
import { parseSync } from 'oxc-parser';
import { contains, type Node } from '../ast/tree.js';
import { languageOf } from '../ast/language.js';
import { isAuthjsModule, OWN, type Origin } from '../authjs/modules.js';
import { needsRuntime } from '../authjs/runtime.js';
import { isServerSessionCall } from '../authjs/session-calls.js';
import { formerCallbacks } from '../flow/former-callbacks.js';
import type { Outcome, ReportedFile, ReportedSite } from '../ledger.js';
import {
  isOwnMock,
  isTestCode,
  mocksAuthjs,
  type Exported,
  type ModuleSite,
  type ScannedFile,
  type Site,
} from '../scan/sites.js';
import { authModule, isSelfContained } from '../source/auth-module.js';
import type { OwnWrappers } from '../source/context.js';
import { envParts, withoutParts, type EnvPart } from '../source/env-parts.js';
import { finish, type Finished } from '../source/finish.js';
import { isHandedOn, passesSetUpOn } from '../source/handed-on.js';
import { readsTypes } from '../source/left-types.js';
import { asksClerk, callsNextAuth, isOfWrapper } from '../source/own-wrappers.js';
import { SourceFile, type Entry } from '../source/source-file.js';
import type { Transform } from '../source/transform.js';
import type { Surroundings } from './context.js';
import { leftAsTheyWere } from './left.js';

let loaded: JSCodeshift | undefined;
const jscodeshift = (): JSCodeshift =>
  (loaded ??= (createRequire(import.meta.url)('jscodeshift') as JSCodeshift).withParser('tsx'));

/** One file on its way through the run: opened, transformed, finished, or given up as it was. */
export class ChainFile {
  #file: SourceFile | undefined;
  #finished: Finished | undefined;
  #envParts: readonly EnvPart[] | undefined;
  error: string | undefined;

  constructor(
    readonly scanned: ScannedFile,
    readonly surroundings: Surroundings,
  ) {
    if (scanned.parseError !== undefined) this.#giveUp(`it does not parse: ${scanned.parseError}`);
    else this.#guarded(() => void (this.#file = new SourceFile(scanned, surroundings, jscodeshift)));
  }

  get path(): string {
    return this.scanned.path;
  }

  /** Runs transforms over the file; one that throws leaves it as it was. */
  apply(transforms: readonly Transform[]): void {
    const file = this.#file;
    if (!file || this.#finished) return;
    for (const transform of transforms) {
      this.#guarded(() => {
        file.enter(transform.name);
        transform.apply(file);
      }, transform.name);
      if (this.error !== undefined) return;
    }
  }

  /** The file as the transforms left it so far; undefined where it was given up. */
  get opened(): SourceFile | undefined {
    return this.#file;
  }

  /** Whether a part of the file sets Auth.js up; it is finished only when it is known if that may go. */
  get holdsSetUp(): boolean {
    return this.#file !== undefined && authModule(this.#file).owned.length > 0;
  }

  /** Where the file declares variables of the environment, if it says something of Auth.js's. */
  get envParts(): readonly EnvPart[] {
    const file = this.#file;
    if (!file || this.#finished) return [];
    return (this.#envParts ??= envParts(file));
  }

  /** The file's text as it stands, without its declarations of variables. */
  get textWithoutEnv(): string {
    return this.#file ? withoutParts(this.#file, this.envParts) : this.scanned.text;
  }

  /** Whether the file mocks functions of the app's own in a module that may go on to set Auth.js up, or takes them of it whole. */
  get holdsOwnMocks(): boolean {
    const isBeside = (site: Site) => site.kind === 'use' && site.origin.module === OWN.beside;
    return this.#file !== undefined && this.scanned.sites.some((site) => isOwnMock(site) || isBeside(site));
  }

  /** Whether code outside the set-up itself still needs Auth.js: uses that nobody settled, or that a person has to. */
  get needsRuntime(): boolean {
    const file = this.#file;
    if (!file) return mayNeedRuntime(this.scanned);
    if (mocksAuthjs(this.scanned) || isTestCode(this.scanned)) return false; // what it replaces does not run
    const { owned } = authModule(file);
    return file.entries.some((entry) => {
      const { site, settlement, node } = entry;
      if (this.surroundings.ownWrappers !== 'authjs' && isOfWrapper(entry, file)) return false;
      if (settlement && (settlement.outcome !== 'manual' || file.asksClerk(entry))) return false;
      if (site.kind === 'module' && (followsItsUses(site, file) || passesSetUpOn(site, this.scanned))) return false;
      if (site.kind !== 'use' && site.kind !== 'module') return false;
      if (site.kind === 'use' && isServerSessionCall(site.origin) && !settlement && this.surroundings.waitsForAuth)
        return false;
      if (site.kind === 'use' && (!needsRuntime(site.origin, this.path) || isType(site.origin, node, file)))
        return false;
      // What a transform left to a person runs on, whatever statement it stands in: an exported middleware, say.
      if (settlement && settlement.transform !== 'imports') return true;
      if (isHandedOn(entry, file)) return false; // whoever takes it needs it
      return !owned.some((statement) => statement.start <= site.start && site.end <= statement.end);
    });
  }

  /** Whether code that is left to a person reads Auth.js's sessions by the types that the app adds to them. */
  get readsTypes(): boolean {
    const file = this.#file;
    return file !== undefined && !mocksAuthjs(this.scanned) && !isTestCode(this.scanned) && readsTypes(file);
  }

  /** Whether it hands all of another file's exports on, of which some set Auth.js up. */
  get passesSetUpOn(): boolean {
    return this.#file?.entries.some(({ site }) => site.kind === 'module' && passesSetUpOn(site, this.scanned)) ?? false;
  }

  /** Whether what becomes of its sites depends on what became of the app's own function around `auth`. */
  private get followsWrappers(): boolean {
    return this.#file?.entries.some((entry) => isOfWrapper(entry, this.#file!)) ?? false;
  }

  /** Whether it has to be seen what became of other files: of those that it calls through. */
  get follows(): boolean {
    return this.surroundings.waitsForAuth || this.followsWrappers;
  }

  /** The exports that yield the session by the name that Auth.js's `auth` had. */
  get yields(): Exported[] {
    return this.error === undefined ? [...(this.#file?.yields ?? [])].map((name) => ({ path: this.path, name })) : [];
  }

  /** Whom the file's own functions around `auth` ask; undefined where it has none. */
  get ownWrappers(): OwnWrappers | undefined {
    const file = this.#file;
    if (![...this.scanned.made.values()].some(({ module }) => module === OWN.wrapper)) return undefined;
    if (!file || !asksClerk(file)) return 'authjs';
    return callsNextAuth(file) ? 'clerk-beside-authjs' : 'clerk';
  }

  /** Whether a part of the set-up here can't go: what stays refers to it, or a person has to look at it first. */
  get keepsSetUp(): boolean {
    const file = this.#file;
    if (!file || isTestCode(this.scanned)) return false;
    if (!formerCallbacks(file)) return true;
    const module = authModule(file);
    const isManual = file.entries.some(
      ({ site, settlement }) =>
        settlement?.outcome === 'manual' && module.owned.some((statement) => contains(statement, site)),
    );
    return isManual || !isSelfContained(module, file);
  }

  /** Whether the file exports Server Actions that sign in or out: they go with their last caller. */
  get holdsActions(): boolean {
    return [...this.scanned.passes.values()].some(({ module }) => module === OWN.action);
  }

  /** The Server Actions that code of the file still calls or hands on, by the file that exports each. */
  get actionsCalled(): { path: string; name: string }[] {
    const file = this.#file;
    return this.scanned.sites.flatMap((site) => {
      if (site.kind !== 'module' || site.target === undefined) return [];
      const path = site.target;
      const isCalled = (name: string) =>
        site.form !== 'import' || !file || file.entries.some((entry) => callsBy(entry, site.source, name, file));
      return site.names.filter(isCalled).map((name) => ({ path, name }));
    });
  }

  /** What became of a site so far; undefined where nobody has settled it. */
  outcomeAt = (site: Site): Outcome | undefined =>
    this.#file?.entries.find((entry) => entry.site === site)?.settlement?.outcome;

  finish(options: { todo: boolean; onlyOne: boolean }): void {
    const file = this.#file;
    if (!file || this.#finished) return;
    this.#guarded(() => {
      const finished = finish(file, options);
      if (finished.text !== null && finished.text !== this.scanned.text)
        assertParses(this.path, finished.text, this.scanned.text);
      this.#finished = finished;
    });
  }

  /** The text to write: the file's own where nothing was done; null where it goes. */
  get after(): string | null {
    return this.#finished ? this.#finished.text : this.scanned.text;
  }

  /** Puts another text into the place of a file that is finished, or null where it goes: what it held went with it. */
  replaceBy(text: string | null, message: string): void {
    this.finish({ todo: false, onlyOne: false });
    if (!this.#finished) return;
    const sites = this.#finished.sites.map((site): ReportedSite => {
      const gone: ReportedSite = { ...site, outcome: 'removed', message };
      delete gone.outputLine;
      delete gone.outputEndLine;
      return gone;
    });
    this.#finished = { text, sites };
    this.surroundings.needs.helpers.length = 0;
    this.surroundings.needs.notes.length = 0;
  }

  report(): ReportedFile {
    const { displayPath } = this.surroundings;
    if (!this.#finished)
      return {
        path: displayPath,
        status: 'error',
        transforms: [],
        error: this.error ?? 'not finished',
        sites: leftAsTheyWere(this.scanned, 'file-error', 'the file could not be processed'),
      };
    const status = this.after === null ? 'deleted' : this.after === this.scanned.text ? 'unchanged' : 'modified';
    return {
      path: displayPath,
      status,
      transforms: [...this.#file!.transforms].filter((name) => name !== 'imports'),
      sites: this.#finished.sites,
    };
  }

  #guarded(work: () => void, what?: string): void {
    try {
      work();
    } catch (error) {
      this.#giveUp(
        `${what === undefined ? '' : `${what}: `}${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
    }
  }

  #giveUp(error: string): void {
    this.error = error;
    this.#file = undefined;
    this.#finished = undefined;
    this.surroundings.needs.helpers.length = 0;
    this.surroundings.needs.notes.length = 0;
  }
}

/** Whether a module string goes with the last use of the names that are taken from it. */
const followsItsUses = (site: ModuleSite, { bindings }: SourceFile): boolean =>
  ['import', 'mock', 'require'].includes(site.form) ||
  (site.form === 'dynamic-import' &&
    bindings.all.some(({ imported, declaration }) => imported && contains(declaration, site)));

/** Whether a use of a package's name stands where a type does: the package is enough for it. */
const isType = ({ module }: Origin, node: Node, { bindings }: SourceFile): boolean =>
  isAuthjsModule(module) &&
  /^TS(?:TypeReference|TypeQuery|QualifiedName|ExpressionWithTypeArguments|InterfaceHeritage|ClassImplements)$/.test(
    bindings.parentOf(node)?.type ?? '',
  );

/** Whether a use that is left is of what an import takes from its module. */
function callsBy({ site, node, settlement }: Entry, source: string, name: string, file: SourceFile): boolean {
  if (site.kind !== 'use' || (settlement && settlement.outcome !== 'manual')) return false;
  const imported = file.bindings.of(node)?.imported;
  return imported?.source === source && imported.name === name;
}

/** Whether a file that stays as it is may need Auth.js; one that no parser takes may use anything. */
export const mayNeedRuntime = ({ sites, parseError }: ScannedFile): boolean =>
  parseError !== undefined || sites.some(({ kind }) => kind === 'use' || kind === 'module');

/** The last check before a file counts as rewritten: it has no more syntax errors than before. */
function assertParses(path: string, after: string, before: string): void {
  const errorsOf = (text: string) =>
    parseSync(path, text, {
      lang: languageOf(path) === 'js' ? 'jsx' : (languageOf(path) as 'ts' | 'tsx'),
      sourceType: 'module',
    }).errors;
  const [first] = errorsOf(after);
  if (first && errorsOf(before).length === 0)
    throw new Error(`the rewrite would not parse (${first.message}); nothing was changed`);
}
