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

  readonly #importers = new Map<string, readonly string[]>();

  constructor(private readonly input: Pick<ScanInput, 'resolve' | 'importStemsOf'>) {}

  add(path: string, moduleStrings: readonly string[]): void {
    this.#importers.clear();
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

  /** The files that import a file; each is looked up once. */
  importersOf(path: string): readonly string[] {
    const known = this.#importers.get(path);
    if (known) return known;
    const importers = this.#find(path);
    this.#importers.set(path, importers);
    return importers;
  }

  #find(path: string): string[] {
    const stems = this.input.importStemsOf(path);
    const ends = /(?:^|[\\/])index\.\w+$/.test(path) ? [...stems, DOTS] : stems;
    const strings = new Set(ends.flatMap((end) => [...(this.#byEnd.get(end) ?? [])]));
    return [...strings].flatMap((string) =>
      [...this.#files.get(string)!].filter((from) => this.input.resolve(string, from) === path),
    );
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
