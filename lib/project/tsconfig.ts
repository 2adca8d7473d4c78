import { dirname, isAbsolute, join, resolve } from 'node:path';
import { createPathsMatcher } from 'get-tsconfig';
import { parse } from 'jsonc-parser';
import type { Folders } from './folders.js';
import type { Workspace } from './packages.js';
import { ancestors, isDirectory, isFile, isRecord, readText, strings } from './paths.js';

export interface Aliases {
  /** The files that a specifier may mean by `paths` and `baseUrl`, best first, without extension; nothing for relative ones. */
  readonly candidatesFor: (specifier: string) => string[];
  /** The `paths`: pattern → absolute targets, each with its `*`. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

interface Options {
  readonly baseUrl: string | undefined;
  readonly paths: Aliases['paths'] | undefined;
}

const NO_OPTIONS: Options = { baseUrl: undefined, paths: undefined };
const NO_ALIASES: Aliases = { candidatesFor: () => [], paths: [] };
const NAMES = ['tsconfig.json', 'jsconfig.json'];

/**
 * Reads the aliases of tsconfig.json and jsconfig.json. Own reading, and lenient: TypeScript and every library refuse a
 * config whose `extends` names a package that is not installed, and a codemod runs before anything is. Broken files
 * count as having no aliases.
 */
export class TsConfigs {
  private readonly byDir = new Map<string, Aliases>();
  private readonly byPath = new Map<string, Aliases>();

  constructor(
    private readonly workspace: Workspace,
    private readonly folders: Folders,
  ) {}

  /** The aliases that hold for the modules in a folder: those of the nearest config up to the root. */
  aliasesFor(dir: string): Aliases {
    const known = this.byDir.get(dir);
    if (known !== undefined) return known;
    const marks = this.folders.marksIn(dir);
    const path = NAMES.map((name) => join(dir, name)).find((each, index) => marks.has(NAMES[index]!) && isFile(each));
    const isTop = dir === this.workspace.root || dirname(dir) === dir;
    const aliases = path === undefined ? (isTop ? NO_ALIASES : this.aliasesFor(dirname(dir))) : this.read(path);
    this.byDir.set(dir, aliases);
    return aliases;
  }

  private read(path: string): Aliases {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const { baseUrl, paths } = this.optionsOf(path, dirname(path), new Set());
    const written = Object.fromEntries((paths ?? []).map(([pattern, targets]) => [pattern, [...targets]]));
    const compilerOptions = { paths: written, ...(baseUrl === undefined ? {} : { baseUrl }) };
    const matcher = createPathsMatcher({ path, config: { compilerOptions } });
    const aliases = { candidatesFor: (specifier: string) => matcher?.(specifier) ?? [], paths: paths ?? [] };
    this.byPath.set(path, aliases);
    return aliases;
  }

  /** @param configDir what `${configDir}` stands for: the folder of the config that is extended in the end */
  private optionsOf(path: string, configDir: string, seen: Set<string>): Options {
    const text = seen.has(path) ? undefined : readText(path);
    seen.add(path);
    const json: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
    if (!isRecord(json)) return NO_OPTIONS;
    const dir = dirname(path);
    const own = readOptions(json['compilerOptions'], dir, configDir);
    const bases = (typeof json['extends'] === 'string' ? [json['extends']] : strings(json['extends'])).toReversed();
    const inherited = bases.map((base) => {
      const found = this.locateBase(base, dir);
      return found === undefined ? NO_OPTIONS : this.optionsOf(found, configDir, seen);
    });
    const merged = [own, ...inherited];
    // A solution's config only refers to others; the first with aliases speaks for it.
    const paths =
      merged.find((options) => options.paths !== undefined)?.paths ?? this.pathsOfReferences(json, dir, seen);
    return { baseUrl: merged.find((options) => options.baseUrl !== undefined)?.baseUrl, paths };
  }

  private pathsOfReferences(json: Record<string, unknown>, dir: string, seen: Set<string>): Options['paths'] {
    const references: unknown[] = Array.isArray(json['references']) ? json['references'] : [];
    for (const reference of references) {
      const path =
        isRecord(reference) && typeof reference['path'] === 'string' ? resolve(dir, reference['path']) : undefined;
      // A reference to a folder is to another package, whose aliases are its own.
      if (path === undefined || !path.endsWith('.json')) continue;
      const { paths } = this.optionsOf(path, dirname(path), seen);
      if (paths !== undefined) return paths;
    }
    return undefined;
  }

  private locateBase(base: string, dir: string): string | undefined {
    if (base.startsWith('.') || isAbsolute(base)) return asConfig(resolve(dir, base));
    const name = base.split('/', base.startsWith('@') ? 2 : 1).join('/');
    const rest = base.slice(name.length + 1);
    const sibling = this.workspace.named(name);
    const installed = ancestors(dir).map((folder) => join(folder, 'node_modules', name));
    for (const folder of sibling === undefined ? installed : [sibling.dir, ...installed]) {
      const found = asConfig(join(folder, rest === '' ? 'tsconfig.json' : rest));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function asConfig(path: string): string | undefined {
  if (isDirectory(path)) return asConfig(join(path, 'tsconfig.json'));
  return [path, `${path}.json`].find((candidate) => isFile(candidate));
}

function readOptions(value: unknown, dir: string, configDir: string): Options {
  if (!isRecord(value)) return NO_OPTIONS;
  const absolute = (base: string, path: string): string => resolve(base, path.replace(/^\$\{configDir\}/, configDir));
  const baseUrl = typeof value['baseUrl'] === 'string' ? absolute(dir, value['baseUrl']) : undefined;
  const entries = isRecord(value['paths']) ? Object.entries(value['paths']) : undefined;
  const paths = entries?.map(
    ([pattern, targets]) => [pattern, strings(targets).map((target) => absolute(baseUrl ?? dir, target))] as const,
  );
  return { baseUrl, paths };
}
