import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLERK_KEYS, type ClerkVariable } from '../clerk/variables.js';
import type { PlannedFile } from '../ledger.js';
import type { App, Project } from '../project/index.js';
import { keysIn, withKeys } from '../steps/env/dotenv.js';
import { isIgnored } from './git-copies.js';
import { mayChange } from './paths.js';

/** The files that `next dev` reads, in which keys would be found. */
const READ_BY_NEXT = ['.env', '.env.local', '.env.development', '.env.development.local'];

export interface LocalEnv {
  readonly files: PlannedFile[];
  /** The files that hold Clerk's keys by now, or places for them, by the app. */
  readonly places: ReadonlyMap<App, string>;
}

/**
 * `.env.local` with places for Clerk's variables, for each app that has them nowhere yet. It is created only where git
 * ignores it: keys go in there.
 * @param needed what an app needs
 * @param planned the run's other files, env files as they will be among them
 */
export function localEnv(
  project: Project,
  apps: readonly App[],
  planned: readonly PlannedFile[],
  needed: (app: App) => readonly ClerkVariable[],
): LocalEnv {
  const files: PlannedFile[] = [];
  const places = new Map<App, string>();
  const textOf = (path: string): string | undefined => {
    const known = planned.find((file) => file.path === path);
    return known ? (known.after ?? undefined) : read(path);
  };
  for (const app of apps) {
    const known = foldersOf(app, project)
      .flatMap((dir) => READ_BY_NEXT.map((name) => join(dir, name)))
      .map((each) => ({ path: each, keys: keysIn(textOf(each) ?? '') }));
    const holder = known.find(({ keys }) => CLERK_KEYS.every(({ name }) => keys.has(name)))?.path;
    const missing = needed(app).filter(({ name }) => !known.some(({ keys }) => keys.has(name)));
    const path = join(app.dir, '.env.local');
    const before = textOf(path);
    const mayWrite = mayChange(project, path) && (before !== undefined || isIgnored(path));
    if (mayWrite && missing.length > 0)
      files.push({ path, before: read(path) ?? null, after: withKeys(before ?? '', missing) });
    if (holder !== undefined || mayWrite) places.set(app, holder ?? path);
  }
  return { files, places };
}

/** The app's folder, and those above: a monorepo may keep one env file for all. */
function foldersOf({ dir }: App, { root }: Project): string[] {
  const folders = [dir];
  while (folders.at(-1) !== root && folders.at(-1)!.startsWith(root)) folders.push(join(folders.at(-1)!, '..'));
  return folders;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
