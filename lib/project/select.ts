import { hasNextConfig } from './locate.js';
import type { Manifest } from './manifests.js';
import type { Workspace } from './packages.js';
import { isWithin } from './paths.js';
import { BadInput, type App } from './types.js';

/**
 * The apps of the run, of all that stand below the root: the one that the folder is in, and those in the folder; for a
 * folder of a shared package those that depend on it.
 */
export function selectApps(folder: string, apps: readonly App[], workspace: Workspace): App[] {
  const own = appAround(folder, apps);
  const below = apps.filter((app) => app !== own && isWithin(app.dir, folder));
  if (own !== undefined || below.length > 0) return own === undefined ? below : [own, ...below];
  return dependentsOf(folder, apps, workspace);
}

/** The app whose folder is the nearest above the path. */
export function appAround(path: string, apps: readonly App[]): App | undefined {
  const around = apps.filter((app) => isWithin(path, app.dir));
  return around.toSorted((a, b) => b.dir.length - a.dir.length)[0];
}

/** The apps that use the package that the path belongs to; all where it is the package that they get `next` from. */
export function dependentsOf(path: string, apps: readonly App[], workspace: Workspace): App[] {
  const owner = workspace.packageOf(path);
  if (owner === undefined) return [];
  const using = apps.filter((app) => workspace.dependenciesOf(app.package).includes(owner));
  if (using.length > 0) return using;
  return apps.filter(
    (app) => app.package === owner || (isWithin(app.dir, owner.dir) && owner.dependencies.has('next')),
  );
}

/**
 * Refuses a manifest that the run depends on and that can't be read.
 * @param manifests those below the root, and the nearest above the path
 * @throws BadInput naming the file
 */
export function refuseBrokenApp(manifests: readonly Manifest[], nearest: Manifest | undefined): void {
  const broken = manifests.find(
    (manifest) => manifest.json === undefined && (manifest === nearest || hasNextConfig(dirOf(manifest))),
  );
  if (broken !== undefined) throw brokenManifest(broken);
}

/** The error for a path without a Next.js app: what was found in its place, and what to do. */
export function noApp(target: string, manifests: readonly Manifest[]): BadInput {
  const broken = manifests.find((manifest) => manifest.json === undefined);
  if (broken !== undefined) return brokenManifest(broken);
  if (manifests.length === 0) {
    return new BadInput(`There is no package.json at, above or below ${target}: give the folder of a Next.js app.`);
  }
  return new BadInput(
    `No package.json at, above or below ${target} depends on "next": give the folder of a Next.js app, or add next to its dependencies.`,
  );
}

function brokenManifest({ path }: Manifest): BadInput {
  return new BadInput(`${path} can't be read as JSON: repair it, the app's dependencies are read from it.`);
}

function dirOf({ path }: Manifest): string {
  return path.slice(0, -'/package.json'.length);
}
