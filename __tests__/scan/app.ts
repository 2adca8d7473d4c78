import { posix } from 'node:path';
import { expect } from 'vitest';
import { programOf } from '../../lib/ast/parse.js';
import { oxcProgram, parseWithOxc } from '../../lib/scan/oxc.js';
import type { ScanInput } from '../../lib/scan/input.js';
import { quickScan, type QuickScan } from '../../lib/scan/quick/scan.js';
import { scan, type Scan } from '../../lib/scan/scan.js';
import type { ScannedFile, Site } from '../../lib/scan/sites.js';

export type Files = Readonly<Record<string, string>>;

const EXTENSIONS = ['', '.ts', '.tsx', '.js', '.jsx', '.d.ts', '/index.ts', '/index.tsx', '/index.js'];

interface Options {
  readonly ownRoutes?: readonly string[];
}

/**
 * Scans an app that is only in memory; `@/` is its root, `@acme/<name>` the folder packages/<name>/src. The quick scan has to
 * find the same.
 */
export function scanApp(files: Files, options: Options = {}): Scan {
  const found = scan({ ...inputOf(files, options), read: (path) => files[path] });
  expect(placesIn(quickly(files, options).files)).toEqual(placesIn(found.files));
  return found;
}

/** The same by the quick scan. @returns besides, the files that a parser took */
export function quickly(files: Files, options: Options = {}): QuickScan & { parsed: readonly string[] } {
  const input = inputOf(files, options);
  const parsed: string[] = [];
  const found = quickScan({
    ...input,
    bytes: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
    isText: () => true,
    mayBeOwn: () => true,
    parse: (path, text) => {
      parsed.push(path);
      try {
        return oxcProgram(path, text);
      } catch {
        return programOf(path, text);
      }
    },
  });
  return { ...found, parsed };
}

/** Each site of each file, in a line, as a report has it. */
export const placesIn = (files: ReadonlyMap<string, ScannedFile>): string[] =>
  [...files.values()]
    .flatMap(({ path, sites, parseError }) => [
      ...sites.map(({ kind, symbol, start, end }) => `${path} ${start}-${end} ${kind} ${symbol}`),
      ...(parseError === undefined ? [] : [`${path} ${parseError}`]),
    ])
    .toSorted();

function inputOf(files: Files, options: Options): Omit<ScanInput, 'read'> {
  const paths = Object.keys(files);
  const resolve = (specifier: string, from: string): string | undefined => {
    const base = specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : specifier.startsWith('@/')
        ? specifier.slice(2)
        : specifier.startsWith('@acme/')
          ? specifier.replace(/^@acme\/([^/]+)/, 'packages/$1/src')
          : specifier === '$auth'
            ? 'lib/auth'
            : specifier === 'next-auth' && files['next-auth.d.ts'] !== undefined
              ? 'next-auth'
              : specifier === '@auth/ui'
                ? 'packages/auth-ui/index'
                : undefined;
    if (base === undefined) return undefined;
    const bare = base.replace(/\/$/, '').replace(/\.js$/, '');
    return EXTENSIONS.map((extension) => posix.join(bare + extension)).find((path) => paths.includes(path));
  };
  return {
    files: paths,
    resolve,
    importStemsOf: (path) => {
      const segments = path.split('/');
      const stem = segments.at(-1)!.replace(/(?:\.d)?\.[jt]sx?$/, '');
      const own = segments[0] === 'packages' ? [`@acme/${segments[1]}`] : [];
      return [...(stem === 'index' ? [segments.at(-2) ?? stem, stem] : [stem]), ...own];
    },
    // As the runner does: Babel takes what oxc refuses.
    parse: (path, text) => {
      try {
        return parseWithOxc(path, text);
      } catch {
        return programOf(path, text);
      }
    },
    isOwnRoute: (address) => (options.ownRoutes ?? []).includes(address),
  };
}

/** A site in a few words: `module require next-auth [a]`, `use next-auth/react#useSession`, `address /api/auth/session`. */
export function inWords(site: Site): string {
  if (site.kind === 'use') return `use ${site.origin.module}#${site.origin.name}`;
  if (site.kind === 'module') return `${site.form} ${site.source}`;
  return `${site.kind} ${site.symbol}`;
}

/** The sites of one file of an app, in words. */
export const sitesOf = (files: Files, path: string): string[] =>
  (scanApp(files).files.get(path)?.sites ?? []).map(inWords);

/** The sites of a file that stands alone. */
export const sitesIn = (text: string, path = 'a.tsx'): string[] => sitesOf({ [path]: text }, path);
