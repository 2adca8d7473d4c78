import { basename, dirname, join, sep } from 'node:path';
import { ADAPTER, DATABASES } from './databases.js';
import { hasNextConfig, isNextConfig } from './locate.js';
import type { Manifests } from './manifests.js';
import type { Workspace } from './packages.js';
import { ancestors, exists, isWithin } from './paths.js';
import { findMiddleware, isSurelyNext, readLayout, type Layout } from './routes.js';
import type { App, Package, VersionRange } from './types.js';
import { typescriptOf } from './typescript.js';
import { readVersion } from './versions.js';
import { readCatalogs } from './workspaces.js';

export interface Candidate {
  readonly dir: string;
  readonly package: Package;
  readonly layout: Layout;
}

/**
 * The Next.js apps below the root: packages with `next` and routes or a config; packages and plain folders (Nx) that get
 * `next` from a package above. Where there is none of these, packages that only depend on `next`.
 * @param isSample whether what stands in the folder is no app that somebody runs
 */
export function findApps(
  workspace: Workspace,
  sources: readonly string[],
  isSample: (dir: string) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const bare: Candidate[] = [];
  const sourcesOf = groupByAncestor(
    sources,
    new Set([...workspace.packages.map((item) => item.dir), ...configDirs(sources)]),
  );
  const consider = (dir: string, owner: Package, isOwnPackage: boolean): void => {
    if (isSample(dir)) return;
    const ownsNext = isOwnPackage && owner.dependencies.has('next');
    if (!ownsNext && workspace.providerOf('next', dir) === undefined) return;
    const own = sourcesOf.get(dir) ?? [];
    const layout = readLayout(dir, own);
    const candidate = { dir, package: owner, layout };
    const isRouted = ownsNext ? layout.routers.length > 0 : isSurelyNext(layout, own);
    if (isRouted || (isOwnPackage && hasNextConfig(dir))) found.push(candidate);
    else if (ownsNext) bare.push(candidate);
  };
  for (const item of workspace.packages) consider(item.dir, item, true);
  for (const dir of configDirs(sources)) {
    const owner = workspace.packageOf(dir);
    if (owner !== undefined && owner.dir !== dir) consider(dir, owner, false);
  }
  return (found.length > 0 ? found : bare).toSorted((a, b) => (a.dir < b.dir ? -1 : 1));
}

function configDirs(sources: readonly string[]): string[] {
  return sources
    .filter((path) => path.includes('next.config.') && isNextConfig(basename(path)))
    .map((path) => dirname(path));
}

/** For each of the folders the files anywhere below it, in one pass over the files. */
function groupByAncestor(paths: readonly string[], dirs: ReadonlySet<string>): Map<string, string[]> {
  const groups = new Map([...dirs].map((dir) => [dir, [] as string[]]));
  /** By folder the groups that its files go into: most files stand beside others. */
  const known = new Map<string, string[][]>();
  for (const path of paths) {
    const dir = path.slice(0, Math.max(path.lastIndexOf(sep), 0));
    let own = known.get(dir);
    if (own === undefined)
      known.set(dir, (own = ancestors(dir).flatMap((each) => (groups.has(each) ? [groups.get(each)!] : []))));
    for (const group of own) group.push(path);
  }
  return groups;
}

/**
 * All that is told of an app.
 * @throws BadInput for a pnpm-workspace.yaml that is no YAML
 */
export function buildApp(
  { dir, package: owner, layout }: Candidate,
  workspace: Workspace,
  sources: ReadonlySet<string>,
  manifests: Manifests,
): App {
  const { root } = workspace;
  const above = workspace.packagesAbove(dir);
  const all = [...new Set([owner, ...workspace.dependenciesOf(owner), ...above])];
  const version = (name: string, among: readonly Package[]): VersionRange | undefined => {
    const declaring = among.find((item) => item.dependencies.has(name));
    const range = declaring?.dependencies.get(name);
    if (declaring === undefined || range === undefined) return undefined;
    return readVersion(name, range, () => readCatalogs(declaring.dir, root, manifests), [dir, declaring.dir, root]);
  };
  const next = version('next', [owner, ...above]) ?? { range: '*', version: undefined, major: undefined };
  const nextAuth = version('next-auth', all);
  const names = all.flatMap((item) => [...item.dependencies.keys()]);
  const database = DATABASES.find((name) => names.includes(name));
  const adapter = adapterOf(names, database);
  return {
    package: owner,
    dir,
    sourceDir: layout.sourceDir,
    routers: layout.routers,
    next,
    react: version('react', [owner, ...above]),
    authjs: nextAuth ?? version('@auth/core', all),
    authjsStyle: nextAuth === undefined ? styleOfCore(version('@auth/core', all)) : styleOf(nextAuth),
    clerk: version('@clerk/nextjs', all),
    language: languageOf(dir, sources),
    typescript: typescriptOf((name) => version(name, [owner, ...above]), dir, root),
    database: database ?? adapter,
    adapter,
    middlewarePath: findMiddleware(layout.sourceDir, next.major, (path) => sources.has(path)),
  };
}

/** The adapter; of several the one for the app's ORM, such as prisma-adapter for @prisma/client. */
function adapterOf(names: readonly string[], database: string | undefined): string | undefined {
  const adapters = names.filter((name) => ADAPTER.test(name));
  const fitting = adapters.find((name) => database?.includes(name.replace(/^.*\/|-adapter$/g, '')) === true);
  return fitting ?? adapters[0];
}

/** v5 has been published under the tag `beta` for years; of other tags only what is installed can tell. */
function styleOf({ range, major }: VersionRange): App['authjsStyle'] {
  if (major === undefined) return /(?:^|@)beta$/.test(range) ? 'v5' : undefined;
  if (major < 4) return 'v3';
  return major === 4 ? 'v4' : 'v5';
}

/** `@auth/core` without next-auth is the library below v5. */
function styleOfCore(core: VersionRange | undefined): App['authjsStyle'] {
  return core === undefined ? undefined : 'v5';
}

/** TypeScript where Next would take it for that: files in it, and a tsconfig.json or more of them than of JavaScript. */
function languageOf(dir: string, sources: ReadonlySet<string>): App['language'] {
  let typed = 0;
  let untyped = 0;
  for (const path of sources) {
    if (!isWithin(path, dir) || path.endsWith('.d.ts')) continue;
    if (/\.[mc]?tsx?$/.test(path)) typed += 1;
    else untyped += 1;
  }
  if (typed === 0) return 'js';
  return typed >= untyped || exists(join(dir, 'tsconfig.json')) ? 'ts' : 'js';
}
