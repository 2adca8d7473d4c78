import { isAscii } from 'node:buffer';
import { Doubt } from '../../ast/tokens/kinds.js';
import { Tokenizer } from '../../ast/tokens/tokenizer.js';
import { mentionsIn } from '../../authjs/mention-places.js';
import { isAuthjsModule, OWN } from '../../authjs/modules.js';
import { Graph, isPackage } from '../graph.js';
import { DOTS, endsOf, moduleStringsOf } from '../import-index.js';
import type { ScanInput } from '../input.js';
import { withoutSites, type ScannedFile, type Site } from '../sites.js';
import { quickFacts, type QuickFacts } from './facts.js';
import { inCharacters } from './offsets.js';

export interface QuickInput extends Pick<ScanInput, 'files' | 'parse' | 'resolve' | 'importStemsOf' | 'isOwnRoute'> {
  /** The bytes of a file, good until the next one is asked for; undefined where it can't be read. */
  bytes(path: string): Buffer | undefined;
  /** Whether bytes that mention Auth.js are UTF-8; the caller reports those that are not. */
  isText(path: string, bytes: Buffer): boolean;
  /** Whether a module string with a name of Auth.js's may lead to a file of the app's own. */
  mayBeOwn(source: string): boolean;
}

export interface QuickScan {
  /** The files with a site, and those that mention Auth.js and no parser takes. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** How many files were looked at. */
  readonly count: number;
}

/** A file that its tokens told enough of. */
interface Read {
  readonly text: string;
  readonly facts: QuickFacts;
}

/**
 * Finds every reference to Auth.js, as `scan` does, for a caller who asks for nothing but them: bytes are looked at before
 * tokens, and a parser only takes the files that make something of Auth.js's for others, or leave a doubt.
 */
export function quickScan(input: QuickInput): QuickScan {
  return new Quick(input).scan();
}

class Quick {
  readonly #tokenizer = new Tokenizer();
  readonly #read = new Map<string, Read>();
  /** The files for the parser, with their texts. */
  readonly #parsed = new Map<string, string>();
  /** The strings of each file that may name a module called after it. */
  readonly #strings = new Map<string, readonly string[]>();
  readonly #graph: Graph;
  readonly #ends = new Set<string>();
  #count = 0;

  constructor(private readonly input: QuickInput) {
    const resolve = (source: string, from: string) => this.#resolve(source, from);
    this.#graph = new Graph({ ...input, read: () => undefined, resolve, resolveAny: input.resolve }, this.#parsed);
  }

  scan(): QuickScan {
    for (const path of this.input.files) this.#look(path);
    for (const path of this.#parsed.keys()) this.#addEnds(path);
    for (const [path, { facts }] of this.#read) if (facts.passes.size > 0) this.#addEnds(path);
    this.#ends.add(DOTS);
    const passing = new Set(this.#graph.settle(this.#parsed.keys()));
    for (const [path, { facts }] of this.#read) this.#give(path, facts, passing);
    this.#follow(passing);
    return { files: this.#found(), count: this.#count };
  }

  #look(path: string): void {
    const bytes = this.input.bytes(path);
    if (bytes === undefined) return;
    this.#count += 1;
    const found = mentionsIn(bytes);
    if (found === undefined) return;
    const { places, strings } = found;
    if (strings.length > 0) this.#strings.set(path, strings);
    if (places.length === 0) return;
    if (this.input.isText(path, bytes)) this.#take(path, bytes, places, false);
    else this.#count -= 1;
  }

  /** Reads a file by its tokens, or puts it down for the parser. */
  #take(path: string, bytes: Buffer, hits: readonly number[], isWhole: boolean): void {
    const lookup = this.#graph.lookupFrom(path);
    const asked = {
      isWhole,
      isAsked: (source: string) => this.#isAuthjs(source, path) || (isWhole && this.#handsOn(source, path)),
      lookup: (source: string, name: string) =>
        this.#isAuthjs(source, path) ? { module: source, name } : isWhole ? lookup(source, name) : undefined,
    };
    this.#read.delete(path);
    const latin1 = bytes.toString('latin1');
    const isPlain = isAscii(bytes);
    const text = isPlain ? latin1 : bytes.toString('utf8');
    try {
      const facts = quickFacts({ path, bytes, length: bytes.length, text: latin1, hits }, this.#tokenizer, asked);
      this.#read.set(path, { text, facts: isPlain ? facts : inCharacters(facts, bytes) });
    } catch (error) {
      if (!(error instanceof Doubt)) throw error;
      this.#parsed.set(path, text);
    }
  }

  /** As far as it leads to a file that may hand something on. */
  #resolve(source: string, from: string): string | undefined {
    if (isAuthjsModule(source)) return this.input.mayBeOwn(source) ? this.input.resolve(source, from) : undefined;
    for (const end of endsOf(source)) if (this.#ends.has(end)) return this.input.resolve(source, from);
    return undefined;
  }

  #isAuthjs(source: string, from: string): boolean {
    return isAuthjsModule(source) && (!this.input.mayBeOwn(source) || isPackage(this.input.resolve(source, from)));
  }

  #handsOn(source: string, from: string): boolean {
    const target = this.#resolve(source, from);
    return target !== undefined && this.#graph.handsOn(target);
  }

  #addEnds(path: string): void {
    for (const stem of this.input.importStemsOf(path)) this.#ends.add(stem);
  }

  /** Enters what a file hands on, and gives to Auth.js as its options. @param passing gets the files that is news of */
  #give(path: string, { given, passes }: QuickFacts, passing: Set<string>): void {
    if (this.#graph.handOn(path, passes)) passing.add(path);
    for (const { source, name } of given) {
      const target = this.input.resolve(source, path);
      if (target !== undefined && this.#graph.giveAsOptions(target, name)) passing.add(target);
    }
  }

  /** Reads the files that import what others hand on, until nothing new is handed on. */
  #follow(passing: ReadonlySet<string>): void {
    for (let waiting = passing; waiting.size > 0;) {
      const next = new Set<string>();
      const importers = this.#importersOf(waiting);
      const forParser: string[] = [];
      for (const path of importers) {
        if (this.#parsed.has(path)) {
          forParser.push(path);
          continue;
        }
        const bytes = this.input.bytes(path);
        if (bytes === undefined || !this.input.isText(path, bytes)) continue;
        this.#take(path, bytes, mentionsIn(bytes)?.places ?? [], true);
        const read = this.#read.get(path);
        if (read) this.#give(path, read.facts, next);
        else forParser.push(path);
      }
      for (const path of this.#graph.settle(forParser)) next.add(path);
      waiting = next;
    }
  }

  #importersOf(targets: ReadonlySet<string>): string[] {
    const stems = new Set([...targets].flatMap((path) => this.input.importStemsOf(path)));
    for (const stem of stems) this.#ends.add(stem);
    const leadsThere = (path: string) => (source: string) => {
      if (![...endsOf(source)].some((end) => stems.has(end))) return false;
      const target = this.input.resolve(source, path);
      return target !== undefined && target !== path && targets.has(target);
    };
    // A string that is no module's may lead there too: the file is looked at closer for nothing.
    if ([...stems].every((stem) => /[aA]uth/.test(stem)))
      return this.input.files.filter((path) => this.#strings.get(path)?.some(leadsThere(path)));
    const isIndex = [...targets].some((path) => /(?:^|[\\/])index\.\w+$/.test(path));
    if (isIndex) stems.add(DOTS);
    const endsSo = isIndex ? /['"`]/ : endOfString([...stems]);
    return this.input.files.filter((path) => {
      const text = this.#parsed.get(path) ?? this.#read.get(path)?.text ?? this.#again(path);
      return text !== undefined && endsSo.test(text) && moduleStringsOf(text).some(leadsThere(path));
    });
  }

  #again(path: string): string | undefined {
    const bytes = this.input.bytes(path);
    return bytes && (isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8'));
  }

  #found(): Map<string, ScannedFile> {
    const found = new Map<string, ScannedFile>();
    for (const path of this.input.files) {
      const read = this.#read.get(path);
      const scanned = read
        ? { ...withoutSites(path, read.text), sites: this.#sitesOf(path, read.facts) }
        : this.#parsed.has(path)
          ? this.#graph.scannedAt(path)
          : undefined;
      if (scanned && (scanned.sites.length > 0 || scanned.parseError !== undefined)) found.set(path, scanned);
    }
    return found;
  }

  #sitesOf(path: string, { modules, uses, mentions }: QuickFacts): Site[] {
    const sites: Site[] = mentions.filter(({ kind, symbol }) => kind !== 'address' || !this.input.isOwnRoute(symbol));
    const lookup = this.#graph.lookupFrom(path);
    for (const { form, source, start, end, names } of modules) {
      const isDirect = this.#isAuthjs(source, path);
      const isWhole = form !== 'import' && lookup(source, '*') !== undefined;
      if (!isDirect && names.length === 0 && !isWhole) continue;
      sites.push({ kind: 'module', form, source, symbol: source, start, end, names, target: undefined });
    }
    for (const { origin, local, start, end } of uses) {
      const isNamedHere = /^(?:\*|default)$/.test(origin.name) || NAMED_HERE.has(origin.module);
      sites.push({ kind: 'use', origin, symbol: isNamedHere ? local : origin.name, start, end });
    }
    return sites.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** A name at the end of a string, or of a part of its path. */
const endOfString = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?:${names.map((name) => name.replace(/[^\w/]/g, '\\$&')).join('|')})(?:/[\\w./-]*|\\.[cm]?[jt]sx?)?['"\`]`,
  );

/** Values that the report calls by the name that the file has for them. */
const NAMED_HERE: ReadonlySet<string> = new Set([OWN.options, OWN.factory, OWN.action]);
