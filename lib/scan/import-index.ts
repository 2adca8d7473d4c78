import type { ScanInput } from './input.js';

/**
 * Which files import a file, found by the ends of their module strings and then resolved: nothing is parsed, and of a text
 * only its module strings are kept.
 */
export class ImportIndex {
  /** By what an import of a file may end with, and by the package that it names. */
  readonly #byEnd = new Map<string, Set<string>>();
  /** By module string, in the order in which the files were added. */
  readonly #files = new Map<string, Set<string>>();

  /** By module string: the file that it leads to → the files that lead there by it. */
  readonly #targets = new Map<string, Map<string | undefined, string[]>>();

  constructor(private readonly input: Pick<ScanInput, 'resolve' | 'importStemsOf'>) {}

  add(path: string, moduleStrings: readonly string[]): void {
    this.#targets.clear();
    for (const string of moduleStrings) {
      const known = this.#files.get(string);
      if (known) known.add(path);
      else this.#enter(string, path);
    }
  }

  #enter(string: string, path: string): void {
    this.#files.set(string, new Set([path]));
    for (const end of endsOf(string)) {
      const strings = this.#byEnd.get(end);
      if (strings) strings.add(string);
      else this.#byEnd.set(end, new Set([string]));
    }
  }

  /** The module strings of all files. */
  strings(): IterableIterator<string> {
    return this.#files.keys();
  }

  /** The files that have a module string. */
  filesWith(string: string): ReadonlySet<string> {
    return this.#files.get(string) ?? new Set();
  }

  importersOf(path: string): string[] {
    const stems = this.input.importStemsOf(path);
    const ends = /(?:^|[\\/])index\.\w+$/.test(path) ? [...stems, DOTS] : stems;
    const strings = new Set(ends.flatMap((end) => [...(this.#byEnd.get(end) ?? [])]));
    return [...strings].flatMap((string) => this.#targetsOf(string).get(path) ?? []);
  }

  #targetsOf(string: string): Map<string | undefined, string[]> {
    const known = this.#targets.get(string);
    if (known) return known;
    const targets = new Map<string | undefined, string[]>();
    for (const from of this.#files.get(string)!) {
      const target = this.input.resolve(string, from);
      const there = targets.get(target);
      if (there) there.push(from);
      else targets.set(target, [from]);
    }
    this.#targets.set(string, targets);
    return targets;
  }
}

/** What a string without a name ends with: `..`, `./`. */
export const DOTS = '.';

/** The whole string, and each name that an import of a file may end with: `./session.server` is `session.server`, `@auth` may be `auth`. */
export function endsOf(string: string): Set<string> {
  const segments = string.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  if (/^\.{0,2}$/.test(last)) return new Set([DOTS]);
  const bare = last.replace(/\.[cm]?[jt]sx?$/, '');
  const ends = new Set([string, last, bare]);
  for (const { index } of bare.matchAll(/[.#~@$]/g)) if (index + 1 < bare.length) ends.add(bare.slice(index + 1));
  if (!string.startsWith('.')) ends.add(segments.slice(0, string.startsWith('@') ? 2 : 1).join('/'));
  return ends;
}

/** Of a file's module strings those by which it takes something: a mock puts something else in the module's place. */
export const takenStringsOf = (text: string): string[] =>
  moduleStringsOf(text.replace(/\b(?:vi|jest)\.\w*[mM]ock\w*\s*\(\s*/g, ''));

/** Of a file's module strings those that are loaded where it runs: not those of types alone. */
export const loadedStringsOf = (text: string): string[] =>
  moduleStringsOf(text.replace(/\b(?:import|export)\s+type\b[^'"`;]*\bfrom\s*['"][^'"\n]+['"]/g, ''));

/** The module strings of a file, by the words in front of their quotes: for files that are not parsed. */
export const moduleStringsOf = (text: string): string[] =>
  Array.from(text.matchAll(MODULE_STRING), ([, found]) => found!);

const MODULE_STRING =
  /(?:from|import|require|[mM]ock\w*|Actual|resolve|module)\s*\(?\s*(?:\/\*[^*]*\*\/\s*)?['"`]([^'"`\n]+)['"`]/g;
