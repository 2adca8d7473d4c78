import { accessSync, constants, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SAMPLES } from './file-kinds.js';
import { findGitRoot, listGitFiles } from './git.js';
import { toPackage, type Manifests } from './manifests.js';
import { ancestors, exists, isDirectory, isWithin, slashed } from './paths.js';
import { BadInput } from './types.js';
import { findWorkspaceRoot } from './workspaces.js';

export interface Place {
  /** The path given, absolute: a folder or one file. */
  readonly target: string;
  /** The target, or the folder of the file. */
  readonly folder: string;
  readonly root: string;
  readonly gitRoot: string | undefined;
}

const NEXT_CONFIGS = ['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => `next.config.${extension}`);

/** Whether the folder holds a Next.js config. */
export function hasNextConfig(dir: string): boolean {
  return NEXT_CONFIGS.some((name) => exists(join(dir, name)));
}

/** The text of a folder's Next.js config, empty where there is none. */
export function nextConfigIn(dir: string): string {
  const name = NEXT_CONFIGS.find((each) => exists(join(dir, each)));
  return name === undefined ? '' : readFileSync(join(dir, name), 'utf8');
}

/** Whether the file is a Next.js config. */
export function isNextConfig(name: string): boolean {
  return NEXT_CONFIGS.includes(name);
}

/**
 * Finds the path given and the folder that has to be read to understand it.
 * @throws BadInput where the path is missing or can't be read
 */
export async function locate(path: string, cwd: string, manifests: Manifests): Promise<Place> {
  const target = findTarget(path, cwd);
  const folder = isDirectory(target) ? target : dirname(target);
  const gitRoot = findGitRoot(folder);
  const chain = ancestors(folder, gitRoot);
  const app = chain.find((dir) => looksLikeApp(dir, manifests));
  const start = app ?? chain.find((dir) => manifests.in(dir) !== undefined) ?? folder;
  const isPackage = manifests.in(start) !== undefined;
  const workspace = findWorkspaceRoot(start, gitRoot, manifests, isPackage);
  if (workspace !== undefined) return { target, folder, gitRoot, root: workspace };
  const root = app ?? folder;
  return { target, folder, gitRoot, root: gitRoot !== undefined && spans(gitRoot, root) ? gitRoot : root };
}

/** The repository is read whole where it holds several packages, unless the app is only a sample in it. */
function spans(gitRoot: string, dir: string): boolean {
  if (
    slashed(gitRoot, dir)
      .split('/')
      .some((segment) => SAMPLES.has(segment))
  )
    return false;
  const listed = listGitFiles(gitRoot, [':(glob)**/package.json']) ?? [];
  const own = listed.filter(
    (path) => !path.split('/').some((segment) => segment === 'node_modules' || SAMPLES.has(segment)),
  );
  return own.length > 1;
}

/** Undefined where there is nothing, also where a part of the path is a file. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function findTarget(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const stats = statsOf(absolute);
  if (stats === undefined) {
    throw new BadInput(`There is no file or folder at ${absolute}: check the path, it is read from ${cwd}.`);
  }
  try {
    accessSync(absolute, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
  } catch {
    throw new BadInput(`${absolute} can't be read: give yourself the right to read it.`);
  }
  // What the folder's real parents hold counts, not those of a link to it; below cwd its spelling is kept for the report.
  const real = realpathSync(absolute);
  const realCwd = realpathSync(cwd);
  return isWithin(real, realCwd) ? resolve(cwd, slashed(realCwd, real)) : real;
}

/** Told by a few look-ups, before anything is listed: a manifest with `next` and routes or a config, or a config alone. */
function looksLikeApp(dir: string, manifests: Manifests): boolean {
  if (hasNextConfig(dir)) return true;
  const manifest = manifests.in(dir);
  if (manifest?.json === undefined || !toPackage(manifest).dependencies.has('next')) return false;
  return ['app', 'pages', 'src/app', 'src/pages'].some((name) => isDirectory(join(dir, name)));
}
