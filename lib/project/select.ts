import { dirname } from 'node:path';
import { hasNextConfig } from './locate.js';
import type { Manifest } from './manifests.js';
import type { Workspace } from './packages.js';
import { isWithin, slashed } from './paths.js';
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

/** The apps that use a package that the path belongs to or holds; all where it is the package that they get `next` from. */
export function dependentsOf(path: string, apps: readonly App[], workspace: Workspace): App[] {
  const inside = workspace.packages.filter((item) => isWithin(item.dir, path));
  const around = workspace.packageOf(path);
  const shared = new Set(around === undefined ? inside : [around, ...inside]);
  const using = apps.filter((app) => workspace.dependenciesOf(app.package).some((item) => shared.has(item)));
  if (using.length > 0 || around === undefined) return using;
  return apps.filter(
    (app) => app.package === around || (isWithin(app.dir, around.dir) && around.dependencies.has('next')),
  );
}

/**
 * Refuses a manifest that the run depends on and that can't be read.
 * @param manifests those around and below the path; of them, apps are told by their Next.js config
 * @param nearest the nearest at or above the path
 * @throws BadInput naming the file
 */
export function refuseBrokenApp(manifests: readonly Manifest[], nearest: Manifest | undefined): void {
  const broken = manifests.find((manifest) => manifest.json === undefined && hasNextConfig(dirname(manifest.path)));
  if (nearest !== undefined && nearest.json === undefined) throw brokenManifest(nearest);
  if (broken !== undefined) throw brokenManifest(broken);
}

/** The error for a path without a Next.js app: what was found in its place, and what to do. */
export function noApp(target: string, root: string, manifests: readonly Manifest[], apps: readonly App[]): BadInput {
  const broken = manifests.find((manifest) => manifest.json === undefined);
  if (broken !== undefined) return brokenManifest(broken);
  if (apps.length > 0) {
    const names = apps.map((app) => slashed(root, app.dir)).join(', ');
    return new BadInput(`There is no Next.js app at, above or below ${target}: give one of ${names} in ${root}.`);
  }
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
