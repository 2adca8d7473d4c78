import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Project } from '../project/index.js';
import { ancestors } from '../project/paths.js';
import { FORMATTERS, type Formatter, type FormatterName } from './formatter.js';
import { prettierAt } from './prettier.js';
import { commandAt } from './standard-input.js';

/** The formatters of one package: those that can be run, and those that its manifests name and that are not installed. */
export interface Found {
  readonly formatters: readonly Formatter[];
  readonly missing: readonly FormatterName[];
}

/** Finds and loads the formatters of each package once. */
export class Formatters {
  readonly #known = new Map<string, Promise<Found>>();

  constructor(private readonly project: Project) {}

  /** @param path of a file, absolute */
  of(path: string): Promise<Found> {
    const dir = this.project.packageOf(path)?.dir ?? this.project.root;
    const known = this.#known.get(dir) ?? this.#find(dir);
    this.#known.set(dir, known);
    return known;
  }

  async #find(dir: string): Promise<Found> {
    const { project } = this;
    const dirs = ancestors(dir, project.gitRoot ?? project.root);
    const isNamed = (name: string) =>
      project.packages.some((each) => dirs.includes(each.dir) && each.dependencies.has(name));
    const formatters: Formatter[] = [];
    const missing: FormatterName[] = [];
    for (const { name, package: packageName } of FORMATTERS) {
      // What no manifest names came with another package, and is not how the app is formatted.
      if (!isNamed(packageName) || (name === 'biome' && isTurnedOff(dirs))) continue;
      const home = dirs.map((each) => join(each, 'node_modules', packageName)).find((each) => existsSync(each));
      if (home === undefined) missing.push(name);
      else formatters.push(name === 'prettier' ? await prettierAt(home, dirs) : commandAt(name, home, dir));
    }
    return { formatters, missing };
  }
}

/** Many apps have biome for linting alone. */
function isTurnedOff(dirs: readonly string[]): boolean {
  const path = dirs
    .flatMap((dir) => [join(dir, 'biome.json'), join(dir, 'biome.jsonc')])
    .find((each) => existsSync(each));
  if (path === undefined) return false;
  const settings = parse(readFileSync(path, 'utf8')) as { formatter?: { enabled?: boolean } } | undefined;
  return settings?.formatter?.enabled === false;
}
