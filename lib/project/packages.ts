import { dirname } from 'node:path';
import { ancestors } from './paths.js';
import type { Package } from './types.js';

/** The packages below the root and how they depend on each other. */
export class Workspace {
  private readonly byDir: ReadonlyMap<string, Package>;
  private readonly byName: ReadonlyMap<string, Package>;
  readonly #dependencies = new Map<Package, readonly Package[]>();

  constructor(
    readonly root: string,
    readonly packages: readonly Package[],
  ) {
    this.byDir = new Map(packages.map((item) => [item.dir, item]));
    // Of two with one name the one nearer to the root is meant: the other is a sample or a copy.
    const named = packages.toSorted((a, b) => b.dir.split(/[\\/]/).length - a.dir.split(/[\\/]/).length);
    this.byName = new Map(named.flatMap((item) => (item.name === undefined ? [] : [[item.name, item]])));
  }

  named(name: string): Package | undefined {
    return this.byName.get(name);
  }

  /** The package whose folder is the nearest above the path, or is the path. */
  packageOf(path: string): Package | undefined {
    for (let dir = path; ; dir = dirname(dir)) {
      const found = this.byDir.get(dir);
      if (found !== undefined || dir === this.root || dirname(dir) === dir) return found;
    }
  }

  /** The packages in the folders above, nearest first, without the one in the folder itself. */
  packagesAbove(dir: string): Package[] {
    const above = ancestors(dir, this.root).slice(1);
    return above.flatMap((folder) => this.byDir.get(folder) ?? []);
  }

  /** The nearest package above the folder that has the dependency. */
  providerOf(name: string, dir: string): Package | undefined {
    return this.packagesAbove(dir).find((item) => item.dependencies.has(name));
  }

  /** The workspace packages that a package depends on, directly and through others, nearest first. */
  dependenciesOf(start: Package): readonly Package[] {
    const known = this.#dependencies.get(start);
    if (known) return known;
    const reached = new Set([start]);
    // A set is walked in the order of insertion and takes in what is added on the way.
    for (const item of reached) {
      for (const name of item.dependencies.keys()) {
        const dependency = this.byName.get(name);
        if (dependency !== undefined) reached.add(dependency);
      }
    }
    const found = [...reached].slice(1);
    this.#dependencies.set(start, found);
    return found;
  }
}
