import { readdirSync, type Dirent } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import {
  isEnvFile,
  kindOf,
  SKIPPED_ANYWHERE,
  SKIPPED_BELOW_PACKAGE,
  SKIPPED_BELOW_PACKAGE_WITHOUT_GIT,
} from './file-kinds.js';
import { listGitFiles } from './git.js';
import { isPlainFile, isWithin } from './paths.js';
import { BadInput } from './types.js';

export interface Files {
  /** Absolute and sorted. */
  readonly sources: string[];
  readonly configs: string[];
  /** Whether git did the listing. */
  readonly isGit: boolean;
}

/**
 * The files below `root` that are read. Links are never followed, files that are gone from the work tree are left out.
 * @param folder the path given: where git ignores it altogether, git's word on what to read is worth nothing
 * @param areOpened whether each source file will be opened in any case: then nobody asks before whether git's are still there
 * @throws BadInput where a folder can't be read
 */
export async function listFiles(
  root: string,
  folder: string,
  gitRoot: string | undefined,
  areOpened = false,
): Promise<Files> {
  const tracked = gitRoot === undefined ? undefined : listGitFiles(root);
  const isGit = tracked?.some((path) => folder === root || isWithin(join(root, path), folder)) ?? false;
  const listed = isGit && tracked !== undefined ? tracked : await walk(root);

  const disk = new Disk(root);
  const present = listed.flatMap((path) => {
    const kind = kindOf(path.slice(path.lastIndexOf('/') + 1));
    if (kind === undefined || IS_SKIPPED.test(path)) return [];
    const absolute = inRoot(root, path);
    const isThere = isGit && areOpened ? kind === 'source' || isPlainFile(absolute) : disk.isFile(absolute);
    return isThere ? { kind, path: absolute } : [];
  });

  const configsThere = present.filter(({ kind }) => kind === 'config').map(({ path }) => path);
  const packages = new Set(
    configsThere.filter((path) => basename(path) === 'package.json').map((path) => dirname(path)),
  );
  packages.add(root);
  const output = isGit ? SKIPPED_BELOW_PACKAGE : SKIPPED_BELOW_PACKAGE_WITHOUT_GIT;
  const outputs = [...packages].flatMap((dir) => [...output].map((name) => join(dir, name)));
  const skipped = new Set(outputs.filter((dir) => disk.isFolder(dir)));
  const isKept = (path: string) => !hasAncestorIn(path, root, skipped);

  const configs = new Set(configsThere.filter(isKept));
  // `.env.local` holds the variables that have to change, and git ignores it.
  for (const dir of packages) {
    if (!hasAncestorIn(join(dir, 'package.json'), root, skipped))
      for (const path of disk.envFiles(dir)) configs.add(path);
  }
  return {
    sources: present.flatMap(({ kind, path }) => (kind === 'source' && isKept(path) ? path : [])).sort(),
    configs: [...configs].sort(),
    isGit,
  };
}

async function walk(root: string): Promise<string[]> {
  const anywhere = [...SKIPPED_ANYWHERE].map((name) => `**/${name}/**`);
  const atTop = [...SKIPPED_BELOW_PACKAGE_WITHOUT_GIT].map((name) => `${name}/**`);
  try {
    // Only where git does not list the files: it is the largest of what reading an app would load.
    const { globby } = await import('globby');
    return await globby('**/*', {
      cwd: root,
      dot: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      // Only the root's: reading one in each folder costs seconds in a large tree, and the others rarely name code.
      ignoreFiles: ['.gitignore'],
      expandDirectories: false,
      ignore: [...anywhere, ...atTop],
    });
  } catch (error) {
    throw unreadable(error, root);
  }
}

function unreadable(error: unknown, dir: string): BadInput {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : dir;
  return new BadInput(`${path} can't be read: give yourself the right to read it, or have git ignore it.`);
}

const IS_SKIPPED = new RegExp(
  `(?:^|/)(?:${[...SKIPPED_ANYWHERE].map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`,
);

/** An absolute path of one that git or the walk gives. */
const inRoot = (root: string, path: string): string =>
  sep === '/' && !root.endsWith('/') ? `${root}/${path}` : join(root, path);

function hasAncestorIn(path: string, root: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let dir = dirname(path); dir.length > root.length; dir = dirname(dir)) if (folders.has(dir)) return true;
  return false;
}

/** What is on the disk, read a folder at a time: one call for a folder in place of one for each of its files. */
class Disk {
  private readonly folders = new Map<string, ReadonlyMap<string, Dirent>>();

  constructor(private readonly root: string) {}

  isFile(path: string): boolean {
    return this.entries(dirname(path)).get(basename(path))?.isFile() ?? false;
  }

  /** Whether it is a real folder all the way down from the root, no link among its parents. */
  isFolder(dir: string): boolean {
    return dir === this.root || (this.entries(dirname(dir)).get(basename(dir))?.isDirectory() ?? false);
  }

  envFiles(dir: string): string[] {
    const entries = [...this.entries(dir).values()];
    return entries.filter((entry) => entry.isFile() && isEnvFile(entry.name)).map((entry) => join(dir, entry.name));
  }

  private entries(dir: string): ReadonlyMap<string, Dirent> {
    const known = this.folders.get(dir);
    if (known !== undefined) return known;
    const entries = this.isFolder(dir) ? readFolder(dir) : [];
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    this.folders.set(dir, byName);
    return byName;
  }
}

function readFolder(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    throw unreadable(error, dir);
  }
}
