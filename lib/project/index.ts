import { basename, dirname, join, resolve } from 'node:path';
import { buildApp, findApps } from './apps.js';
import { SAMPLES } from './file-kinds.js';
import { listFiles } from './files.js';
import { Folders } from './folders.js';
import { ignoreTest } from './ignore.js';
import { locate, type Place } from './locate.js';
import { Manifests, toPackage, type Manifest } from './manifests.js';
import { detectPackageManager } from './package-managers.js';
import { Workspace } from './packages.js';
import { ancestors, exists, isWithin, slashed } from './paths.js';
import { Resolver } from './resolve.js';
import { addressOf, answersAt, Handlers, routeKind } from './routes.js';
import { appAround, dependentsOf, noApp, refuseBrokenApp, selectApps } from './select.js';
import { writeSpecifier } from './specifiers.js';
import { TsConfigs } from './tsconfig.js';
import type { App, Package, Project } from './types.js';

export { BadInput } from './types.js';
export type * from './types.js';

export interface ReadOptions {
  readonly cwd: string;
  /** Globs, relative to `cwd`, of files that are read but not edited. */
  readonly ignore?: readonly string[];
  /** Whether each source file is opened in any case, and those that are gone or links are left out then. */
  readonly areOpened?: boolean;
}

/**
 * Reads what surrounds a path: the app or apps, the packages, the files and what imports lead to. Writes and prints nothing.
 * @param path the app, its `src`, one file, a folder in it, a shared package, or a monorepo's root; absolute or relative to `cwd`, never a glob
 * @throws BadInput where there is nothing to work on: no such path, no Next.js app above or below it, a package.json or
 * pnpm-workspace.yaml that can't be read. An app without Auth.js is no error.
 */
export async function readProject(path: string, options: ReadOptions): Promise<Project> {
  const cwd = resolve(options.cwd);
  const manifests = new Manifests();
  const place = await locate(path, cwd, manifests);
  const { target, folder, root, gitRoot } = place;
  const files = await listFiles(root, folder, gitRoot, options.areOpened);

  const read = manifestsOf(place, files.configs, manifests);
  const nearest = nearestOf(place, manifests);
  const relevant = read.filter(({ path: file }) => isWithin(file, folder) || isWithin(folder, dirname(file)));
  refuseBrokenApp(relevant, nearest);
  const workspace = new Workspace(root, packagesOf(read));
  const sources = new Set(files.sources);
  const candidates = findApps(workspace, files.sources, sampleTest(place));
  const allApps = candidates.map((candidate) => buildApp(candidate, workspace, sources, manifests));
  const apps = selectApps(folder, allApps, workspace);
  const first = apps[0];
  if (first === undefined) throw noApp(target, root, nearest === undefined ? read : [nearest, ...read], allApps);

  const folders = new Folders();
  const configs = new TsConfigs(workspace, folders);
  const resolver = new Resolver(workspace, manifests, configs, sources, folders);
  let known: Handlers | undefined;
  const handlers = (): Handlers => (known ??= handlersOf(apps, files.sources));
  const isIgnored = ignoreTest(cwd, options.ignore ?? []);
  const owners = new Map<string, App | undefined>();
  const appOf = (file: string): App | undefined => {
    if (!owners.has(file)) owners.set(file, appAround(file, allApps) ?? sharedBy(file, apps, workspace));
    return owners.get(file);
  };

  return {
    cwd,
    target,
    root,
    gitRoot: files.isGit ? gitRoot : undefined,
    apps,
    packages: workspace.packages,
    packageManager: detectPackageManager(first.dir, root, manifests),
    sourceFiles: files.sources,
    configFiles: files.configs,
    isWhole: isWhole(target, root, apps),
    isIgnored,
    isTargeted: (file) => isWithin(file, target) && !isIgnored(file),
    resolve: (specifier, from) => resolver.resolve(specifier, from),
    resolveAll: (specifier, from) => resolver.resolveAll(specifier, from),
    specifierFor: (module, from) =>
      writeSpecifier(module, from, configs.aliasesFor(dirname(from)), (specifier) => {
        const found = resolver.resolve(specifier, from);
        return found === module || (found === undefined && !sources.has(module));
      }),
    packageOf: (file) => workspace.packageOf(file),
    appOf,
    routeKindOf: (file) => {
      const app = appAround(file, allApps);
      return app === undefined ? 'module' : routeKind(app, file);
    },
    answersAt: (file) => {
      const app = appAround(file, apps);
      return app === undefined ? undefined : answersAt(app, file);
    },
    addressOf: (file) => {
      const app = appAround(file, allApps);
      return app === undefined ? undefined : addressOf(app, file);
    },
    hasOwnRoute: (address) => handlers().has(address),
  };
}

/** A route handler's name, or the folder of those of the Pages Router. */
const MAY_HANDLE = /[\\/](?:route\.|pages[\\/]api[\\/])/;

function handlersOf(apps: readonly App[], sources: readonly string[]): Handlers {
  const handlers = new Handlers();
  for (const app of apps)
    handlers.add(
      app,
      sources.filter((file) => MAY_HANDLE.test(file) && isWithin(file, app.sourceDir)),
    );
  return handlers;
}

/** The manifests that were listed, and the one beside the path even where git ignores it. */
function manifestsOf({ folder, root }: Place, configs: readonly string[], manifests: Manifests): Manifest[] {
  const dirs = configs.filter((path) => basename(path) === 'package.json').map((path) => dirname(path));
  return [...new Set([...dirs, ...ancestors(folder, root)])].sort().flatMap((dir) => manifests.in(dir) ?? []);
}

function nearestOf({ folder, gitRoot }: Place, manifests: Manifests): Manifest | undefined {
  for (const dir of ancestors(folder, gitRoot)) {
    const manifest = manifests.in(dir);
    if (manifest !== undefined) return manifest;
  }
  return undefined;
}

function packagesOf(manifests: readonly Manifest[]): Package[] {
  return manifests.filter((manifest) => manifest.json !== undefined).map((manifest) => toPackage(manifest));
}

/** A package in `fixtures` or `templates` is a sample, unless the path given is there, too. */
function sampleTest({ folder, root }: Place): (dir: string) => boolean {
  return (dir) => {
    if (isWithin(folder, dir)) return false;
    return slashed(isWithin(dir, folder) ? folder : root, dir)
      .split('/')
      .some((segment) => SAMPLES.has(segment));
  };
}

/** The one app that a shared package's file can be meant for: of those that use it, the only one, or the only one with Auth.js. */
function sharedBy(file: string, apps: readonly App[], workspace: Workspace): App | undefined {
  const using = dependentsOf(file, apps, workspace);
  const candidates = using.length > 0 ? using : apps;
  if (candidates.length === 1) return candidates[0];
  const withAuthjs = candidates.filter((app) => app.authjs !== undefined);
  return withAuthjs.length === 1 ? withAuthjs[0] : undefined;
}

function isWhole(target: string, root: string, apps: readonly App[]): boolean {
  if (target === root) return true;
  return apps.some((app) => {
    const src = join(app.dir, 'src');
    return isWithin(app.dir, target) || (target === src && exists(src));
  });
}
