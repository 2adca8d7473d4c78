import { dirname, sep } from 'node:path';
import { isAuthjsModule } from '../authjs/modules.js';
import { CLERK_PACKAGE } from '../clerk/symbols.js';
import type { ReportedFile } from '../ledger.js';
import type { Package, Project } from '../project/index.js';
import type { Scan } from '../scan/scan.js';
import type { ManifestSettings } from '../steps/manifests.js';
import { isIn, type Raise, type Versions } from './versions.js';

/** Stands for every package, where a file that no parser takes may import any. */
const ANY = '*';

/** Which packages the code below each manifest needs once the run is done, found out in one pass over the files. */
export class Dependencies {
  /** By the manifest's folder: the packages of Auth.js that are still imported somewhere below it. */
  readonly #left = new Map<string, Set<string>>();
  /** The packages that answer for code which imports Clerk. */
  readonly #takeClerk = new Set<Package>();

  /**
   * @param settled what became of each file's sites, by path; a file that is not among them stays as it is
   * @param texts the files as they will be
   */
  constructor(
    private readonly project: Project,
    found: Scan,
    settled: ReadonlyMap<string, ReportedFile>,
    texts: Iterable<{ path: string; text: string }>,
    private readonly versions: Versions,
    private readonly raises: readonly Raise[],
  ) {
    const dirs = new Set(project.configFiles.map((path) => dirname(path)));
    for (const { path, sites, parseError } of found.files.values()) {
      const outcomes = settled.get(path)?.sites;
      const names = sites.flatMap((site, index) =>
        site.kind === 'module' && isAuthjsModule(site.source) && (outcomes?.[index]?.outcome ?? 'manual') === 'manual'
          ? packageOf(site.source)
          : [],
      );
      if (parseError !== undefined) names.push(ANY);
      if (names.length === 0) continue;
      for (let dir = dirname(path); dir !== dirname(dir); dir = dirname(dir)) {
        if (!dirs.has(dir)) continue;
        const left = this.#left.get(dir) ?? new Set<string>();
        for (const name of names) left.add(name);
        this.#left.set(dir, left);
      }
    }
    for (const { path, text } of texts) {
      const holder = importsClerk(text) ? answersFor(path, project) : undefined;
      if (holder) this.#takeClerk.add(holder);
    }
  }

  settingsOf(manifest: string): Pick<ManifestSettings, 'isUsed' | 'clerk' | 'raises'> {
    const { project } = this;
    const dir = dirname(manifest);
    const left = this.#left.get(dir);
    const owner = project.packages.find((each) => each.dir === dir);
    const app = project.apps.find((each) => each.dir === dir) ?? project.appOf(manifest) ?? project.apps[0];
    return {
      isUsed: (name) => left !== undefined && (left.has(ANY) || left.has(name)),
      clerk: owner && this.#takeClerk.has(owner) ? this.versions.ofAny(app) : undefined,
      raises: new Map(this.raises.filter((each) => isIn(each, manifest)).map(({ name, to }) => [name, to])),
    };
  }
}

/** Whether a text imports Clerk's package for Next, told by the module string. */
export const importsClerk = (text: string): boolean =>
  text.includes(`${CLERK_PACKAGE}"`) || text.includes(`${CLERK_PACKAGE}'`) || text.includes(`${CLERK_PACKAGE}/`);

const packageOf = (source: string): string =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');

/** Clerk's package goes where Auth.js's was: the nearest manifest above the file that had it, else the nearest of all. */
function answersFor(file: string, project: Project): Package | undefined {
  const above = project.packages
    .filter(({ dir }) => file.startsWith(dir + sep))
    .toSorted((a, b) => b.dir.length - a.dir.length);
  return above.find(({ dependencies }) => dependencies.has('next-auth') || dependencies.has(CLERK_PACKAGE)) ?? above[0];
}
