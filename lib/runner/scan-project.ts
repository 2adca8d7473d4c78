import { sep } from 'node:path';
import type { Node } from '../ast/tree.js';
import { BadInput, type Project } from '../project/index.js';
import { parseForChain, parseWithOxc } from '../scan/oxc.js';
import { quickScan, type QuickScan } from '../scan/quick/scan.js';
import { scan, type Scan } from '../scan/scan.js';
import type { Wrappers } from '../scan/wrappers.js';
import { ownNames } from './own-names.js';
import type { Progress } from './progress.js';
import { SourceReader } from './source-reader.js';

interface ScanOptions {
  /** Takes what oxc refuses (Flow); `check` loads it only where there is such a file. */
  readonly parseOther?: (path: string, text: string) => Node;
  readonly progress?: Progress | undefined;
  readonly wrappers?: Wrappers;
  /** Whether the texts of files without Auth.js will be asked for. */
  readonly keepsTexts: boolean;
}

/** Reads and scans the app. @param unreadable gets the reason for each file that can't be read: an error of that file alone */
export function scanProject(
  project: Project,
  unreadable: Map<string, string>,
  { parseOther, progress, wrappers, keepsTexts }: ScanOptions,
): Scan {
  let done = 0;
  const reader = new SourceReader(unreadable);
  const looking = (read: (path: string) => string | undefined) => (path: string) => {
    progress?.('Reading', (done += 1), project.sourceFiles.length);
    return read(path);
  };
  return scan({
    files: project.sourceFiles,
    read: (path) => reader.text(path),
    look: keepsTexts ? looking((path) => reader.text(path)) : looking((path) => reader.bytes(path)),
    keepsTexts,
    ...waysIn(project, parseOther),
    ...(keepsTexts && parseOther && forChain(parseOther)),
    wrappers,
  });
}

/** Finds every reference to Auth.js for a caller who asks for nothing else. @param unreadable as above */
export function quickScanProject(
  project: Project,
  unreadable: Map<string, string>,
  parseOther?: ScanOptions['parseOther'],
): QuickScan {
  const reader = new SourceReader(unreadable);
  return quickScan({
    files: project.sourceFiles,
    bytes: (path) => reader.raw(path),
    isText: (path, bytes) => reader.isText(path, bytes),
    mayBeOwn: ownNames(project),
    ...waysIn(project, parseOther),
    importStemsOf: (path) => importStemsOf(path, project, (name) => mayBeImported(name, project)),
  });
}

/** Parses so that the chain can go on with the trees. */
function forChain(parseOther: NonNullable<ScanOptions['parseOther']>) {
  const forChain = new WeakSet<Node>();
  return {
    parse: (path: string, text: string) => {
      const { program, isForChain } = parseForChain(path, text, parseOther);
      if (isForChain) forChain.add(program);
      return program;
    },
    isForChain: (program: Node) => forChain.has(program),
  };
}

const waysIn = (project: Project, parseOther: ScanOptions['parseOther']) => ({
  parse: (path: string, text: string) => {
    try {
      return parseWithOxc(path, text);
    } catch (error) {
      if (!parseOther) throw error;
      return parseOther(path, text);
    }
  },
  resolve: (specifier: string, from: string) => project.resolve(specifier, from),
  importStemsOf: (path: string) => importStemsOf(path, project),
  isOwnRoute: (address: string) => project.hasOwnRoute(address),
});

/** Whether files import a package of the workspace by its name, as far as manifests tell; an alias may be named like a scoped one. */
const mayBeImported = (name: string, { packages }: Project): boolean =>
  name.includes('/') || packages.some(({ dependencies }) => dependencies.has(name));

/**
 * How an import of the file may end: its name, its folder's for an index, anything below its package's name (whose exports
 * map may lead there whatever the subpath is called).
 */
function importStemsOf(path: string, project: Project, isImported?: (name: string) => boolean): string[] {
  const segments = path.split(sep);
  const stem = segments.at(-1)!.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  const owner = project.packageOf(path)?.name;
  return [
    ...(stem === 'index' ? [segments.at(-2) ?? stem, stem] : [stem]),
    ...(owner === undefined || isImported?.(owner) === false ? [] : [owner]),
  ];
}

/** @throws {BadInput} where the app is on a version that has to be upgraded first */
export function refuseOld(project: Project, { files }: Scan): void {
  const isV3 =
    project.apps.some(({ authjsStyle }) => authjsStyle === 'v3') ||
    [...files.values()].some(({ sites }) =>
      sites.some((site) => site.kind === 'module' && site.source === 'next-auth/client'),
    );
  if (isV3)
    throw new BadInput(
      'this app is on NextAuth.js 3: upgrade to next-auth 4 first (https://next-auth.js.org/getting-started/upgrade-v4), then run this again',
    );
}
