import { MENTIONS_AUTHJS } from '../authjs/leftovers.js';
import { Graph } from './graph.js';
import { ImportIndex } from './import-index.js';
import { importersOf, moduleStringsOf } from './importers.js';
import type { ScanInput } from './input.js';
import { parseFile, type ParsedFile } from './parse-file.js';
import type { ScannedFile } from './sites.js';

export type { ScanInput } from './input.js';

export interface Scan {
  /** The files with a site, and those that mention Auth.js and no parser takes. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** How many files were looked at. */
  readonly count: number;
  /** The files without a reference to Auth.js that hold a text. */
  othersWith(text: string): { path: string; text: string }[];
  /** The files that name another in a module string, whatever they take of it. */
  importersOf(path: string): { path: string; text: string }[];
  /** Whether a file takes all of the module at once: by a namespace, `import()`, a re-export of all. */
  isTakenWhole(path: string): boolean;
  /** The text of a file that was looked at. */
  textOf(path: string): string | undefined;
  /** Which files import which, all files together. */
  importIndex(): ImportIndex;
  /** Whether a file imports `path` for something that is not of Auth.js, or for its effects alone. */
  isImportedOtherwise(path: string): boolean;
}

/**
 * Finds every reference to Auth.js. Files are looked at as bytes first; those that mention Auth.js are parsed, and
 * then, until nothing new turns up, those that import from a module which hands Auth.js's values on.
 */
export function scan(input: ScanInput): Scan {
  const parsed = new Map<string, ParsedFile>();
  const rest = new Map<string, string>();
  let index: ImportIndex | undefined;
  const given = [...(input.wrappers?.keys() ?? [])];
  for (const path of input.files) {
    const text = input.read(path);
    if (text === undefined) continue;
    if (MENTIONS_AUTHJS.test(text) || given.some((source) => text.includes(source)))
      parsed.set(path, parseFile(path, text, input.parse));
    else rest.set(path, text);
  }
  const graph = new Graph(input, parsed);
  // Whether a file has a wrapper that is named shows in no byte of it.
  for (let passing = [...graph.settle(parsed.keys()), ...given]; passing.length > 0;) {
    const added = importersOf(passing, rest, input);
    for (const path of added) {
      parsed.set(path, parseFile(path, rest.get(path)!, input.parse));
      rest.delete(path);
    }
    passing = graph.settle(added);
  }
  const found = new Map<string, ScannedFile>();
  for (const [path, file] of parsed) {
    const scanned = graph.sitesOf(path, file);
    if (scanned.sites.length > 0 || scanned.parseError !== undefined) found.set(path, scanned);
  }
  const texts = () => new Map([...rest, ...[...parsed].map(([path, { text }]) => [path, text] as const)]);
  return {
    files: found,
    count: parsed.size + rest.size,
    othersWith: (wanted) =>
      [...rest, ...[...parsed].map(([path, { text }]) => [path, text] as const)]
        .filter(([path, text]) => !found.has(path) && text.includes(wanted))
        .map(([path, text]) => ({ path, text })),
    importersOf: (path) => {
      const all = texts();
      return importersOf([path], all, input)
        .filter((from) => from !== path)
        .map((from) => ({ path: from, text: all.get(from)! }));
    },
    isTakenWhole: (path) => graph.isTakenWhole(path),
    textOf: (path) => parsed.get(path)?.text ?? rest.get(path),
    importIndex: () =>
      (index ??= new ImportIndex([...rest, ...[...parsed].map(([path, { text }]) => [path, text] as const)], input)),
    isImportedOtherwise: (path) =>
      graph.isImportedOtherwise(path) ||
      importersOf([path], rest, input).some((from) =>
        moduleStringsOf(rest.get(from)!).some((source) => input.resolve(source, from) === path),
      ),
  };
}
