import type { Node } from '../ast/tree.js';
import { isAuthjsModule, isNextAuth, isSetUpValue, OWN, type Origin } from '../authjs/modules.js';
import type { ScanInput } from './input.js';
import type { ModuleOf } from './actions.js';
import { Origins, type Lookup } from './origins.js';
import type { ParsedFile } from './parse-file.js';
import type { Exported, ScannedFile, Site, UseSite } from './sites.js';

/** Values that the report calls by the name that the file has for them. */
const NAMED_HERE: ReadonlySet<string> = new Set([OWN.options, OWN.factory, OWN.action]);

/** Which modules of the app hand on what. */
export class Graph {
  readonly #passes = new Map<string, Map<string, Origin>>();
  readonly #stars = new Map<string, string[]>();
  readonly #handedOn = new Map<string, Map<string, Exported>>();

  constructor(
    private readonly input: ScanInput,
    private readonly parsed: ReadonlyMap<string, ParsedFile>,
  ) {}

  /** Works out what is handed on until nothing changes; gives the modules that hand on something new. */
  settle(added: Iterable<string>): string[] {
    const changed = new Set<string>();
    let work = new Set(added);
    while (work.size > 0) {
      const grown = new Set<string>();
      for (const path of work) for (const grew of this.#read(path)) grown.add(grew);
      for (const path of grown) changed.add(path);
      work = grown.size > 0 ? new Set(this.parsed.keys()) : new Set();
    }
    return [...changed];
  }

  /** Enters what a file hands on; gives the files whose exports were news. */
  *#read(path: string): Generator<string> {
    const facts = this.parsed.get(path)?.facts;
    if (!facts) return;
    const origins = new Origins(facts, this.#lookupFrom(path), this.#moduleFrom(path));
    for (const [name, origin] of origins.passes) {
      if (!this.#pass(path, name, origin)) continue;
      const from = origins.handedOn.get(name);
      this.#note(path, name, from && this.input.resolve(from.source, path), from?.name);
      yield path;
    }
    for (const { source, name } of origins.optionsElsewhere) {
      const target = this.input.resolve(source, path);
      if (target !== undefined && this.#pass(target, name, { module: OWN.options, name: '*' })) yield target;
    }
    for (const { form, source, passedOn } of facts.modules) {
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

  #lookupFrom(path: string): Lookup {
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
      return star !== undefined && name !== 'default' && !this.parsed.get(target)?.facts?.exports.has(name)
        ? { module: star, name }
        : undefined;
    };
  }

  /** What a module string in a file leads to, for other files to import it from. */
  #moduleFrom(path: string): ModuleOf {
    return (source) => {
      if (source === undefined) return path;
      return this.input.resolve(source, path) ?? (/^[.@~#]\//.test(source) ? undefined : source);
    };
  }

  /** Whether another file takes the module as a whole, so that nobody can tell what it uses of it. */
  isTakenWhole(path: string): boolean {
    return [...this.parsed].some(
      ([from, { facts }]) =>
        from !== path &&
        facts?.modules.some(
          ({ form, source, bindings, passedOn }) =>
            this.input.resolve(source, from) === path &&
            (form !== 'import' || bindings.some(({ imported }) => imported!.name === '*')) &&
            (form !== 'export-from' || passedOn.some(({ imported }) => imported === '*')),
        ),
    );
  }

  isImportedOtherwise(path: string): boolean {
    const passes = this.#passes.get(path);
    for (const [from, { facts }] of this.parsed) {
      if (from === path || !facts) continue;
      for (const { form, source, bindings, passedOn } of facts.modules) {
        if (form === 'mock' || this.#isAuthjs(source, from) || this.input.resolve(source, from) !== path) continue;
        const names = [...bindings.map(({ imported }) => imported!.name), ...passedOn.map(({ imported }) => imported)];
        if (names.length === 0 || !names.every((name) => passes?.has(name))) return true;
      }
    }
    return false;
  }

  /** Whether another file gives one of its exports to Auth.js as the options. */
  #handsOptionsOn(path: string): boolean {
    return [...(this.#passes.get(path)?.values() ?? [])].some(({ module }) => module === OWN.options);
  }

  sitesOf(path: string, file: ParsedFile): ScannedFile {
    if (!file.facts)
      return {
        path,
        text: file.text,
        sites: [],
        parseError: file.error,
        passes: new Map(),
        made: new Map(),
        handedOn: new Map(),
        configs: [],
        augmentation: undefined,
      };
    const lookup = this.#lookupFrom(path);
    const origins = new Origins(file.facts, lookup, this.#moduleFrom(path));
    const sites: Site[] = file.facts.mentions.filter(
      (mention) => mention.kind !== 'address' || !this.input.isOwnRoute(mention.symbol),
    );
    for (const { form, source, start, end, passedOn, bindings, mocked } of file.facts.modules) {
      const isDirect = this.#isAuthjs(source, path);
      const taken =
        form === 'import'
          ? bindings.filter((binding) => origins.imported.has(binding)).map((binding) => binding.imported!.name)
          : (mocked ?? passedOn.map(({ imported }) => imported)).filter((name) => lookup(source, name));
      const whole = passedOn.length === 0 && form !== 'import' && lookup(source, '*') !== undefined;
      if (!isDirect && taken.length === 0 && !whole) continue;
      sites.push({
        kind: 'module',
        form,
        source,
        symbol: source,
        start,
        end,
        names: taken,
        ...(form === 'mock' && { mocked: taken.flatMap((name) => lookup(source, name) ?? []) }),
        ...(!isDirect && mocked && taken.length === 0 && { ownAlone: true }),
        target: isDirect ? undefined : this.input.resolve(source, path),
      });
    }
    for (const [binding] of origins.imported) {
      for (const reference of binding.references) {
        const origin = origins.of(reference)!;
        const isNamedHere = /^(?:\*|default)$/.test(origin.name) || NAMED_HERE.has(origin.module);
        sites.push(useAt(reference, origin, isNamedHere ? binding.name : origin.name));
      }
    }
    for (const { reference, origin } of origins.calledHere()) sites.push(useAt(reference, origin, origin.name));
    sites.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      path,
      text: file.text,
      sites,
      passes: this.#passes.get(path) ?? new Map(),
      made: origins.made,
      handedOn: this.#handedOn.get(path) ?? new Map(),
      configs: isAuthModule(origins) || this.#handsOptionsOn(path) ? file.facts.configs : [],
      augmentation: file.facts.augmentation,
    };
  }
}

const useAt = ({ start, end }: Node, origin: Origin, symbol: string): UseSite => ({
  kind: 'use',
  origin,
  symbol,
  start,
  end,
});

/** Whether the file makes something of Auth.js, or calls NextAuth() somewhere. */
const isAuthModule = (origins: Origins): boolean =>
  origins.made.size > 0 ||
  [...origins.imported.values()].some(isNextAuth) ||
  [...origins.passes.values()].some(isSetUpValue);

/**
 * Whether what an Auth.js specifier leads to is Auth.js: no file of the app's, as `@auth/ui` of a workspace would be, other
 * than declarations, to which a base URL may lead (`next-auth.d.ts` beside the tsconfig).
 */
const isPackage = (target: string | undefined): boolean => target === undefined || /\.d\.[cm]?ts$/.test(target);
