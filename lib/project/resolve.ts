import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import type { Folders } from './folders.js';
import type { Manifests } from './manifests.js';
import type { Workspace } from './packages.js';
import { isWithin } from './paths.js';
import type { TsConfigs } from './tsconfig.js';
import { alternativesOf, placesOf } from './workspace-modules.js';

const NODE_MODULES = `${sep}node_modules${sep}`;

/** A path that ends with a name, and not with a folder's `..` or a slash, nor has a query. */
const PLAIN = /^\.[\w./@~$()[\]-]*[\w\])]$/;

/** Finds the files below the root that imports lead to. Nothing has to be installed. */
export class Resolver {
  /** By folder, or by where packages are looked for from there, and by specifier. */
  private readonly known = new Map<string, Map<string, string | undefined>>();
  /** By the place that is asked for, from wherever it is. */
  private readonly places = new Map<string, string | undefined>();
  private readonly scopes = new Map<string, string>();
  private readonly realRoot: string;
  private readonly oxc = new ResolverFactory({
    // Code before declarations: where both lie side by side, code is what is rewritten.
    extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.d.ts', '.json'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    conditionNames: ['import', 'require', 'node', 'types', 'default'],
    mainFields: ['module', 'main', 'types'],
    builtinModules: true,
    nodePath: false,
  });

  /** @param sources all source files below the root; what is none of them is output, for which the source is looked for */
  constructor(
    private readonly workspace: Workspace,
    private readonly manifests: Manifests,
    private readonly configs: TsConfigs,
    private readonly sources: ReadonlySet<string>,
    private readonly folders: Folders,
  ) {
    this.realRoot = realpathSync(workspace.root);
  }

  /** The file that `specifier` means in the module `from`; undefined where it is not below the root, or in node_modules. */
  resolve(specifier: string, from: string): string | undefined {
    const dir = dirname(from);
    const scope = specifier.startsWith('.') ? dir : this.scopeOf(dir);
    let inScope = this.known.get(scope);
    if (inScope === undefined) this.known.set(scope, (inScope = new Map()));
    if (!inScope.has(specifier)) inScope.set(specifier, this.find(specifier, scope));
    return inScope.get(specifier);
  }

  /** The nearest folder up from one in which names may mean something else than above it: by aliases, or as packages. */
  private scopeOf(dir: string): string {
    const known = this.scopes.get(dir);
    if (known !== undefined) return known;
    const up = dirname(dir);
    const isOwn = dir === this.workspace.root || up === dir || this.folders.marksIn(dir).size > 0;
    const scope = isOwn ? dir : this.scopeOf(up);
    this.scopes.set(dir, scope);
    return scope;
  }

  private find(specifier: string, dir: string): string | undefined {
    if (specifier === '' || specifier.startsWith('node:')) return undefined;
    if (specifier.startsWith('.'))
      return PLAIN.test(specifier) ? this.loadPlace(join(dir, specifier), dir) : this.load(specifier, dir);
    if (isAbsolute(specifier)) return undefined;
    for (const candidate of this.configs.aliasesFor(dir).candidatesFor(specifier)) {
      const found = this.loadPlace(candidate, dir);
      if (found !== undefined) return found;
    }
    const found = this.load(specifier, dir);
    // What node_modules leads to is the built file, where there is one.
    return found !== undefined && this.sources.has(found) ? found : (this.findInWorkspace(specifier, dir) ?? found);
  }

  /** All files that `specifier` may mean, where a package of the workspace has one for each condition. */
  resolveAll(specifier: string, from: string): string[] {
    const found = this.resolve(specifier, from);
    const owned = found === undefined ? undefined : this.ownerOf(specifier);
    const places = owned ? alternativesOf(owned.dir, owned.manifest, owned.subpath) : [];
    const others = places.flatMap((each) => this.firstSource(each, dirname(from)) ?? []);
    return found === undefined ? [] : [...new Set([found, ...others])];
  }

  private findInWorkspace(specifier: string, dir: string): string | undefined {
    const owned = this.ownerOf(specifier);
    return owned && this.firstSource(placesOf(owned.dir, owned.manifest, owned.subpath), dir);
  }

  /** The package of the workspace that a specifier names. */
  private ownerOf(specifier: string): { dir: string; manifest: Record<string, unknown>; subpath: string } | undefined {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    const owner = this.workspace.named(name);
    const manifest = owner && this.manifests.in(owner.dir)?.json;
    return manifest && { dir: owner.dir, manifest, subpath: specifier.slice(name.length + 1) };
  }

  private firstSource(places: readonly string[], dir: string): string | undefined {
    for (const place of places) {
      // A folder is taken by its index, not by its manifest, which has been asked.
      const found = [place, join(place, 'index')]
        .map((path) => this.load(path, dir))
        .find((path) => path !== undefined);
      if (found !== undefined && this.sources.has(found)) return found;
    }
    return undefined;
  }

  /** Of an absolute path, which means the same wherever it is asked for. */
  private loadPlace(place: string, dir: string): string | undefined {
    if (!this.places.has(place)) this.places.set(place, this.load(place, dir));
    return this.places.get(place);
  }

  private load(request: string, dir: string): string | undefined {
    const { path } = this.oxc.sync(dir, request);
    if (path === undefined) return undefined;
    // The resolver follows links; the root may have been reached through one.
    const file = isWithin(path, this.realRoot) ? this.workspace.root + path.slice(this.realRoot.length) : path;
    return isWithin(file, this.workspace.root) && !file.includes(NODE_MODULES) ? file : undefined;
  }
}
