import { MENTIONS_AUTHJS } from '../authjs/leftovers.js';
import { Graph } from './graph.js';
import { ImportIndex, moduleStringsOf } from './import-index.js';
import type { ScanInput } from './input.js';
import { Rest } from './rest.js';
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
  const parsed = new Map<string, string>();
  const rest = new Rest(input);
  const index = new ImportIndex(input);
  const given = [...(input.wrappers?.keys() ?? [])];
  const { look = input.read, keepsTexts = true } = input;
  for (const path of input.files) {
    const seen = look(path);
    if (seen === undefined) continue;
    index.add(path, keepsTexts ? moduleStringsOf(seen) : moduleStringsOf(seen).map(fromBytes));
    if (MENTIONS_AUTHJS.test(seen) || given.some((source) => seen.includes(source))) {
      const text = keepsTexts ? seen : input.read(path);
      if (text !== undefined) parsed.set(path, text);
    } else rest.add(path, keepsTexts ? seen : undefined);
  }
  const graph = new Graph(input, parsed);
  const inOrder = new Map(input.files.map((path, at) => [path, at]));
  // Whether a file has a wrapper that is named shows in no byte of it.
  for (let passing = [...graph.settle(parsed.keys()), ...given]; passing.length > 0;) {
    const importers = new Set(passing.flatMap((path) => index.importersOf(path)));
    const added = [...importers].filter((path) => rest.has(path));
    added.sort((a, b) => inOrder.get(a)! - inOrder.get(b)!);
    for (const path of added) parsed.set(path, rest.take(path));
    passing = graph.settle(added);
  }
  graph.close();
  const found = new Map<string, ScannedFile>();
  for (const path of parsed.keys()) {
    const scanned = graph.scannedAt(path);
    if (scanned.sites.length > 0 || scanned.parseError !== undefined) found.set(path, scanned);
  }
  const textOf = (path: string) => parsed.get(path) ?? rest.textOf(path);
  return {
    files: found,
    count: parsed.size + rest.size,
    othersWith: (wanted) =>
      [...rest.paths(), ...parsed.keys()]
        .filter((path) => !found.has(path))
        .flatMap((path) => {
          const text = textOf(path)!;
          return text.includes(wanted) ? { path, text } : [];
        }),
    importersOf: (path) =>
      index
        .importersOf(path)
        .filter((from) => from !== path)
        .map((from) => ({ path: from, text: textOf(from)! })),
    isTakenWhole: (path) => graph.isTakenWhole(path),
    textOf,
    importIndex: () => index,
    isImportedOtherwise: (path) =>
      graph.isImportedOtherwise(path) || index.importersOf(path).some((from) => rest.has(from)),
  };
}

/** A string of which each character is a byte of UTF-8. */
const fromBytes = (bytes: string): string =>
  /[\x80-\xFF]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
