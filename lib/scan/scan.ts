import { parseSync } from 'oxc-parser';
import { languageOf, parse } from '../ast/parse.js';
import type { Node } from '../ast/tree.js';
import { MENTIONS_AUTHJS } from '../authjs/leftovers.js';
import { isAuthjsModule, isNextAuth, OWN, type Origin } from '../authjs/modules.js';
import { factsOf, type Facts } from './facts.js';
import { Origins, type Lookup } from './origins.js';
import type { ScannedFile, Site } from './sites.js';

/** What the scan is given: it reads nothing itself. */
export interface ScanInput {
  readonly files: readonly string[];
  /** The text of a file; undefined where it can't be read, which the caller reports. */
  read(path: string): string | undefined;
  /** The file of the app's own that an import leads to. */
  resolve(specifier: string, from: string): string | undefined;
  /** Strings by which other files may import this one, as they end in an import: `auth`, `@acme/auth`. */
  importStemsOf(path: string): readonly string[];
  /** Whether the app itself answers at an address below /api/auth. */
  isOwnRoute(address: string): boolean;
}

export interface Scan {
  /** The files with a site, and those that mention Auth.js and no parser takes. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** How many files were looked at. */
  readonly count: number;
  /** Whether a file imports `path` for something that is not of Auth.js, or for its effects alone. */
  isImportedOtherwise(path: string): boolean;
}

/** How many files went through oxc in this process: only those whose bytes match. */
export const scanCount = { oxc: 0 };

/**
 * Finds every reference to Auth.js. Files are looked at as bytes first; those that mention Auth.js are parsed, and
 * then, until nothing new turns up, those that import from a module which hands Auth.js's values on.
 */
export function scan(input: ScanInput): Scan {
  const parsed = new Map<string, ParsedFile>();
  const rest = new Map<string, string>();
  for (const path of input.files) {
    const text = input.read(path);
    if (text === undefined) continue;
    if (MENTIONS_AUTHJS.test(text)) parsed.set(path, parseFile(path, text));
    else rest.set(path, text);
  }
  const graph = new Graph(input, parsed);
  for (let passing = graph.settle(parsed.keys()); passing.length > 0;) {
    const added = importersOf(passing, rest, input);
    for (const path of added) {
      parsed.set(path, parseFile(path, rest.get(path)!));
      rest.delete(path);
    }
    passing = graph.settle(added);
  }
  const found = new Map<string, ScannedFile>();
  for (const [path, file] of parsed) {
    const scanned = graph.sitesOf(path, file);
    if (scanned.sites.length > 0 || scanned.parseError !== undefined) found.set(path, scanned);
  }
  const count = parsed.size + rest.size;
  const isImportedOtherwise = (path: string) =>
    graph.isImportedOtherwise(path) ||
    importersOf([path], rest, input).some((from) =>
      importsOf(rest.get(from)!).some((source) => input.resolve(source, from) === path),
    );
  return { files: found, count, isImportedOtherwise };
}

/** The module strings of a file, found by their quotes: for files that are not parsed. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import|require)\s*\(?\s*['"`]([^'"`\n]+)['"`]/g)].map((match) => match[1]!);

/** The sites of one file that is known alone, as stock jscodeshift shows it. */
export function scanOne(path: string, text: string): ScannedFile {
  const input: ScanInput = {
    files: [path],
    read: () => text,
    resolve: () => undefined,
    importStemsOf: () => [],
    isOwnRoute: () => false,
  };
  return scan(input).files.get(path) ?? { path, text, sites: [], passes: new Map(), made: new Map(), configs: [] };
}

interface ParsedFile {
  readonly text: string;
  readonly facts: Facts | undefined;
  readonly error?: string;
}

const BOM = '\uFEFF';

function parseFile(path: string, source: string): ParsedFile {
  // Offsets count from behind a byte order mark, as the chain's do.
  const text = source.startsWith(BOM) ? source.slice(1) : source;
  scanCount.oxc += 1;
  const language = languageOf(path);
  const result = parseSync(path, text, {
    lang: language === 'js' ? 'jsx' : language,
    sourceType: 'module',
    astType: 'ts',
  });
  const program = result.program as unknown as Node & { body: unknown[] };
  const failed = result.errors.length > 0 && program.body.length === 0 && text.trim() !== '';
  if (!failed) return { text: source, facts: factsOf(program) };
  try {
    return { text: source, facts: factsOf((parse(text, path) as Node & { program: Node }).program) }; // Flow, and what oxc refuses
  } catch (error) {
    return { text: source, facts: undefined, error: (error as Error).message.split('\n')[0]! };
  }
}

/** The files not parsed yet that may import one of `passing`, by the ends of their module strings. */
function importersOf(passing: readonly string[], rest: ReadonlyMap<string, string>, input: ScanInput): string[] {
  const stems = [...new Set(passing.flatMap((path) => input.importStemsOf(path)))];
  if (stems.length === 0) return [];
  const escaped = stems.map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const imports = new RegExp(
    `["'\`](?:[^"'\`\\n]*[/.#~@])?(?:${escaped.join('|')})(?:/[^"'\`\\n]*)?(?:\\.[cm]?[jt]sx?)?["'\`]`,
  );
  return [...rest].filter(([, text]) => imports.test(text)).map(([path]) => path);
}

/** Which modules of the app hand on what. */
class Graph {
  readonly #passes = new Map<string, Map<string, Origin>>();
  readonly #stars = new Map<string, string[]>();

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
    const origins = new Origins(facts, this.#lookupFrom(path));
    for (const [name, origin] of origins.passes) if (this.#pass(path, name, origin)) yield path;
    for (const { source, name } of origins.optionsElsewhere) {
      const target = this.input.resolve(source, path);
      if (target !== undefined && this.#pass(target, name, { module: OWN.options, name: '*' })) yield target;
    }
    for (const { form, source, passedOn } of facts.modules) {
      if (form !== 'export-all' || passedOn.length > 0) continue;
      if (isAuthjsModule(source)) {
        const stars = this.#stars.get(path) ?? [];
        if (stars.includes(source)) continue;
        this.#stars.set(path, [...stars, source]);
        yield path;
        continue;
      }
      const target = this.input.resolve(source, path);
      for (const [name, origin] of (target !== undefined && this.#passes.get(target)) || []) {
        if (name !== 'default' && this.#pass(path, name, origin)) yield path;
      }
    }
  }

  #pass(path: string, name: string, origin: Origin): boolean {
    const names = this.#passes.get(path) ?? new Map<string, Origin>();
    if (names.has(name)) return false;
    this.#passes.set(path, names.set(name, origin));
    return true;
  }

  #lookupFrom(path: string): Lookup {
    return (source, name) => {
      if (isAuthjsModule(source)) return { module: source, name };
      const target = this.input.resolve(source, path);
      if (target === undefined) return undefined;
      const names = this.#passes.get(target);
      const origin = names?.get(name);
      if (origin) return origin;
      if (name === '*') return names || this.#stars.has(target) ? { module: OWN.instance, name: '*' } : undefined;
      const [star] = this.#stars.get(target) ?? [];
      return star !== undefined && name !== 'default' && !this.parsed.get(target)?.facts?.exports.has(name)
        ? { module: star, name }
        : undefined;
    };
  }

  isImportedOtherwise(path: string): boolean {
    const passes = this.#passes.get(path);
    for (const [from, { facts }] of this.parsed) {
      if (from === path || !facts) continue;
      for (const { form, source, bindings, passedOn } of facts.modules) {
        if (form === 'mock' || isAuthjsModule(source) || this.input.resolve(source, from) !== path) continue;
        const names = [...bindings.map(({ imported }) => imported!.name), ...passedOn.map(({ imported }) => imported)];
        if (names.length === 0 || !names.every((name) => passes?.has(name))) return true;
      }
    }
    return false;
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
        configs: [],
      };
    const lookup = this.#lookupFrom(path);
    const origins = new Origins(file.facts, lookup);
    const sites: Site[] = file.facts.mentions.filter(
      (mention) => mention.kind !== 'address' || !this.input.isOwnRoute(mention.symbol),
    );
    for (const { form, source, start, end, passedOn, bindings } of file.facts.modules) {
      const isDirect = isAuthjsModule(source);
      const taken =
        form === 'import'
          ? bindings.filter((binding) => origins.imported.has(binding)).map((binding) => binding.imported!.name)
          : passedOn.map(({ imported }) => imported).filter((name) => lookup(source, name));
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
        target: isDirect ? undefined : this.input.resolve(source, path),
      });
    }
    for (const [binding] of origins.imported) {
      for (const reference of binding.references) {
        const origin = origins.of(reference)!;
        sites.push({
          kind: 'use',
          origin,
          symbol:
            origin.name === '*' || origin.name === 'default' || origin.module === OWN.options
              ? binding.name
              : origin.name,
          start: reference.start,
          end: reference.end,
        });
      }
    }
    sites.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      path,
      text: file.text,
      sites,
      passes: this.#passes.get(path) ?? new Map(),
      made: origins.made,
      configs: isAuthModule(origins) ? file.facts.configs : [],
    };
  }
}

/** Whether the file makes something of Auth.js, or calls NextAuth() somewhere. */
const isAuthModule = (origins: Origins): boolean =>
  origins.made.size > 0 ||
  [...origins.imported.values()].some(isNextAuth) ||
  [...origins.passes.values()].some(({ module }) => module === OWN.options || module === OWN.instance);
