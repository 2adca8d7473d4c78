import { isAuthjsModule, OWN, type Origin } from '../authjs/modules.js';
import type { ModuleOf } from './actions.js';
import { moduleStringsOf } from './import-index.js';
import type { ScanInput } from './input.js';
import { Origins, type Lookup } from './origins.js';
import { Trees, type Unparsed } from './parse-file.js';
import { seenIn, sourcesOf, type Seen } from './seen.js';
import { withoutSites, type Exported, type ScannedFile } from './sites.js';

/** Which modules of the app hand on what. */
export class Graph {
  readonly #passes = new Map<string, Map<string, Origin>>();
  readonly #stars = new Map<string, string[]>();
  /** The files that name a file in a module string. */
  readonly #readers = new Map<string, Set<string>>();
  /** What each file said when it was last read. */
  readonly #seen = new Map<string, Seen | Unparsed>();
  readonly #trees: Trees;
  readonly #handedOn = new Map<string, Map<string, Exported>>();

  constructor(
    private readonly input: ScanInput,
    /** The files to read, in their order; more may come in. */
    private readonly texts: ReadonlyMap<string, string>,
  ) {
    this.#trees = new Trees(input.parse);
  }

  /** Works out what is handed on until nothing changes; gives the modules that hand on something new. */
  settle(added: Iterable<string>): string[] {
    const changed = new Set<string>();
    // What a file hands on changes only where a file that it names does: those are read again, in the order of all.
    const due = new Set(added);
    for (let round: Iterable<string> = this.#targetsFirst(due); due.size > 0; round = this.texts.keys())
      for (const path of round) {
        if (!due.delete(path)) continue;
        for (const grew of this.#read(path)) {
          changed.add(grew);
          for (const reader of this.#readers.get(grew) ?? []) due.add(reader);
        }
      }
    return [...changed];
  }

  /** Says that nothing will be settled any more. */
  close(): void {
    this.#trees.clear();
  }

  /** The files in an order in which each mostly comes after those that it names, so that few are read twice. */
  #targetsFirst(paths: ReadonlySet<string>): string[] {
    const ordered = new Set<string>();
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const source of moduleStringsOf(this.texts.get(path)!)) {
        const target = this.input.resolve(source, path);
        if (target !== undefined && paths.has(target)) visit(target);
      }
      ordered.add(path);
    };
    paths.forEach(visit);
    return [...ordered];
  }

  /** Notes which files a file names. */
  #noteTargets(path: string, sources: readonly string[]): void {
    for (const source of new Set(sources)) {
      const target = this.input.resolve(source, path);
      if (target === undefined) continue;
      const readers = this.#readers.get(target);
      if (readers) readers.add(path);
      else this.#readers.set(target, new Set([path]));
    }
  }

  /** Enters what a file hands on; gives the files whose exports were news. */
  *#read(path: string): Generator<string> {
    const facts = this.#trees.factsOf(path, this.texts.get(path)!);
    if ('error' in facts) {
      this.#seen.set(path, facts);
      return;
    }
    if (!this.#seen.has(path)) this.#noteTargets(path, sourcesOf(facts));
    const lookup = this.lookupFrom(path);
    const origins = new Origins(facts, lookup, this.#moduleFrom(path));
    const seen = seenIn(facts, origins, {
      lookup,
      isAuthjs: (source) => this.#isAuthjs(source, path),
      resolve: (source) => this.input.resolve(source, path),
      isOwnRoute: (address) => this.input.isOwnRoute(address),
      isForChain: (program) => this.input.isForChain?.(program) ?? false,
    });
    this.#seen.set(path, seen);
    for (const [name, origin] of origins.passes) {
      if (!this.#pass(path, name, origin)) continue;
      const from = origins.handedOn.get(name);
      this.#note(path, name, from && this.input.resolve(from.source, path), from?.name);
      yield path;
    }
    for (const { source, name } of origins.optionsElsewhere) {
      const target = this.#resolveAny(source, path);
      if (target !== undefined && this.#pass(target, name, { module: OWN.options, name: '*' })) yield target;
    }
    for (const { form, source, passedOn } of seen.modules) {
      if (form !== 'export-all' || passedOn.length > 0) continue;
      if (this.#isAuthjs(source, path)) {
        const stars = this.#stars.get(path) ?? [];
        if (stars.includes(source)) continue;
        this.#stars.set(path, [...stars, source]);
        yield path;
        continue;
      }
      const target = this.input.resolve(source, path);
      for (const [name, origin] of (target !== undefined && this.#passes.get(target)) || []) {
        if (name === 'default' || !this.#pass(path, name, origin)) continue;
        this.#note(path, name, target, name);
        yield path;
      }
    }
  }

  #pass(path: string, name: string, origin: Origin): boolean {
    const names = this.#passes.get(path) ?? new Map<string, Origin>();
    if (names.has(name)) return false;
    this.#passes.set(path, names.set(name, origin));
    return true;
  }

  /** Enters which export of another module an export is. */
  #note(path: string, name: string, target: string | undefined, exported: string | undefined): void {
    if (target === undefined || exported === undefined) return;
    const names = this.#handedOn.get(path) ?? new Map<string, Exported>();
    this.#handedOn.set(path, names.set(name, { path: target, name: exported }));
  }

  #isAuthjs(source: string, from: string): boolean {
    return isAuthjsModule(source) && isPackage(this.input.resolve(source, from));
  }

  /** Enters an export that another file gives to Auth.js as its options; gives whether that is news. */
  giveAsOptions(path: string, name: string): boolean {
    return this.#pass(path, name, { module: OWN.options, name: '*' });
  }

  /** Enters what a file hands on; gives whether any of it is news. */
  handOn(path: string, passes: ReadonlyMap<string, Origin>): boolean {
    let isNew = false;
    for (const [name, origin] of passes) isNew = this.#pass(path, name, origin) || isNew;
    return isNew;
  }

  /** Whether a module hands Auth.js on. */
  handsOn(path: string): boolean {
    return this.#passes.has(path) || this.#stars.has(path);
  }

  /** What imports in a file give, as far as the modules that it names are known. */
  lookupFrom(path: string): Lookup {
    return (source, name) => {
      if (this.#isAuthjs(source, path)) return { module: source, name };
      const target = this.input.resolve(source, path);
      const wrapped = this.input.wrappers?.get(target ?? source)?.get(name);
      if (wrapped) return wrapped;
      if (target === undefined) return undefined;
      const names = this.#passes.get(target);
      const origin = names?.get(name);
      if (origin) return origin;
      if (name === '*') {
        const isMore = names && [...names.values()].some(({ module }) => module !== OWN.action);
        return isMore || this.#stars.has(target) ? { module: OWN.instance, name: '*' } : undefined;
      }
      const [star] = this.#stars.get(target) ?? [];
      return star !== undefined && name !== 'default' && !this.#parsed(target)?.exports.has(name)
        ? { module: star, name }
        : undefined;
    };
  }

  /** What a module string in a file leads to, for other files to import it from. */
  #moduleFrom(path: string): ModuleOf {
    return (source) => {
      if (source === undefined) return path;
      return this.#resolveAny(source, path) ?? (/^[.@~#]\//.test(source) ? undefined : source);
    };
  }

  #resolveAny(source: string, path: string): string | undefined {
    return this.input.resolveAny ? this.input.resolveAny(source, path) : this.input.resolve(source, path);
  }

  #parsed(path: string): Seen | undefined {
    const seen = this.#seen.get(path);
    return seen && 'sites' in seen ? seen : undefined;
  }

  /** Whether another file takes the module as a whole, so that nobody can tell what it uses of it. */
  isTakenWhole(path: string): boolean {
    return [...(this.#readers.get(path) ?? [])].some(
      (from) =>
        from !== path &&
        this.#parsed(from)?.modules.some(
          ({ form, source, imported, passedOn }) =>
            this.input.resolve(source, from) === path &&
            (form !== 'import' || imported.includes('*')) &&
            (form !== 'export-from' || passedOn.includes('*')),
        ),
    );
  }

  isImportedOtherwise(path: string): boolean {
    const passes = this.#passes.get(path);
    for (const from of this.#readers.get(path) ?? []) {
      if (from === path) continue;
      for (const { form, source, imported, passedOn } of this.#parsed(from)?.modules ?? []) {
        if (form === 'mock' || this.#isAuthjs(source, from) || this.input.resolve(source, from) !== path) continue;
        const names = [...imported, ...passedOn];
        if (names.length === 0 || !names.every((name) => passes?.has(name))) return true;
      }
    }
    return false;
  }

  /** Whether another file gives one of its exports to Auth.js as the options. */
  #handsOptionsOn(path: string): boolean {
    return [...(this.#passes.get(path)?.values() ?? [])].some(({ module }) => module === OWN.options);
  }

  /** What is known of a file when all are settled. */
  scannedAt(path: string): ScannedFile {
    const text = this.texts.get(path)!;
    const seen = this.#seen.get(path);
    if (!seen || 'error' in seen) return { ...withoutSites(path, text), parseError: seen?.error };
    return {
      path,
      text,
      sites: seen.sites,
      passes: this.#passes.get(path) ?? new Map(),
      made: seen.made,
      handedOn: this.#handedOn.get(path) ?? new Map(),
      configs: seen.isAuthModule || this.#handsOptionsOn(path) ? seen.configs : [],
      augmentation: seen.augmentation,
      bindings: seen.bindings,
    };
  }
}

/**
 * Whether what an Auth.js specifier leads to is Auth.js: no file of the app's, as `@auth/ui` of a workspace would be, other
 * than declarations, to which a base URL may lead (`next-auth.d.ts` beside the tsconfig).
 */
export const isPackage = (target: string | undefined): boolean => target === undefined || /\.d\.[cm]?ts$/.test(target);
