import { join } from 'node:path';
import picomatch from 'picomatch';
import { parse } from 'yaml';
import type { Manifests } from './manifests.js';
import { ancestors, exists, isRecord, readText, slashed, stringEntries, strings } from './paths.js';
import { BadInput } from './types.js';

/** Tools that mark the top of a monorepo without listing its packages. turbo.json may stand in packages too, hence the outermost. */
const MARKERS = ['lerna.json', 'nx.json', 'turbo.json', 'rush.json'];

/** Ranges by package name, by the catalog's name; the unnamed one is `default`. */
export type Catalogs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The root of the workspace that `dir` belongs to, or undefined.
 * @param isPackage whether `dir` has a manifest: then the workspace has to list it
 * @throws BadInput for a pnpm-workspace.yaml that is no YAML
 */
export function findWorkspaceRoot(
  dir: string,
  top: string | undefined,
  manifests: Manifests,
  isPackage: boolean,
): string | undefined {
  const chain = ancestors(dir, top).toReversed();
  const listing = chain.find((candidate) => {
    const globs = workspaceGlobs(candidate, manifests);
    if (globs === undefined) return false;
    return candidate === dir || !isPackage || matches(globs, slashed(candidate, dir));
  });
  // Without a repository's top nothing tells where to stop looking for a tool's file, such as one in the home folder.
  const reach = top === undefined ? [] : chain;
  return listing ?? reach.find((candidate) => MARKERS.some((name) => exists(join(candidate, name))));
}

function matches(globs: readonly string[], path: string): boolean {
  const clean = globs.map((glob) => glob.replace(/^(!?)\.\//, '$1').replace(/\/+$/, ''));
  const positive = clean.filter((glob) => !glob.startsWith('!'));
  const negative = clean.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  return picomatch(positive)(path) && !(negative.length > 0 && picomatch(negative)(path));
}

function workspaceGlobs(dir: string, manifests: Manifests): string[] | undefined {
  const field = manifests.in(dir)?.json?.['workspaces'];
  const listed = Array.isArray(field) ? field : isRecord(field) ? field['packages'] : undefined;
  const globs = [...strings(listed), ...pnpmPackages(join(dir, 'pnpm-workspace.yaml'))];
  return globs.length > 0 ? globs : undefined;
}

/**
 * The catalogs that a package at `dir` can refer to: pnpm's, bun's and yarn's, of the nearest folder that has any.
 * @throws BadInput for a pnpm-workspace.yaml that is no YAML
 */
export function readCatalogs(dir: string, root: string, manifests: Manifests): Catalogs {
  const catalogs = new Map<string, Map<string, string>>();
  const add = (source: unknown): void => {
    if (!isRecord(source)) return;
    const named = isRecord(source['catalogs']) ? Object.entries(source['catalogs']) : [];
    for (const [name, ranges] of [['default', source['catalog']] as const, ...named]) {
      const known = catalogs.get(name) ?? new Map<string, string>();
      for (const [dependency, range] of stringEntries(ranges)) {
        if (!known.has(dependency)) known.set(dependency, range);
      }
      if (known.size > 0) catalogs.set(name, known);
    }
  };
  for (const folder of ancestors(dir, root)) {
    const json = manifests.in(folder)?.json;
    add(readYaml(join(folder, 'pnpm-workspace.yaml')));
    add(json?.['workspaces']);
    add(json);
    add(readYaml(join(folder, '.yarnrc.yml')));
    if (catalogs.size > 0) break;
  }
  return catalogs;
}

/** One line of a plain list of globs: nothing, a comment, or an item. */
const ITEM = /^(?: *(?:#.*)?| *- +(?:"([^"\\]+)"|'([^']+)'|([\w.@][\w./*@-]*)) *(?:#.*)?)$/;

/** The globs of pnpm's file. The usual way to write them is read without a parser, which takes longer to load than all else here. */
function pnpmPackages(path: string): string[] {
  const lines = readText(path)?.split(/\r?\n/);
  if (lines === undefined) return [];
  const start = lines.findIndex((line) => /^packages:\s*$/.test(line));
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[^\s#-]/.test(line));
  const items = rest.slice(0, end < 0 ? rest.length : end).map((line) => ITEM.exec(line));
  if (start < 0 || items.some((item) => item === null)) return strings(readYaml(path)['packages']);
  return items.flatMap((item) => item?.[1] ?? item?.[2] ?? item?.[3] ?? []);
}

function readYaml(path: string): Record<string, unknown> {
  const text = readText(path);
  if (text === undefined) return {};
  try {
    const value: unknown = parse(text, { logLevel: 'error' });
    return isRecord(value) ? value : {};
  } catch {
    throw new BadInput(`${path} is not valid YAML: repair it, the app's packages and versions are read from it.`);
  }
}
