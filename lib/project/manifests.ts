import { dirname, join } from 'node:path';
import { exists, isRecord, readText, stringEntries } from './paths.js';
import type { Package } from './types.js';

/** What a dependency is declared in, the one that decides on its version first. */
const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

export interface Manifest {
  readonly path: string;
  /** undefined where the file is there but can't be read or holds no JSON object. */
  readonly json: Record<string, unknown> | undefined;
}

/** Reads the package.json files of a run, each once. */
export class Manifests {
  private readonly byPath = new Map<string, Manifest | undefined>();

  /** The manifest in `dir`, or undefined where there is none. */
  in(dir: string): Manifest | undefined {
    const path = join(dir, 'package.json');
    if (!this.byPath.has(path)) this.byPath.set(path, read(path));
    return this.byPath.get(path);
  }
}

function read(path: string): Manifest | undefined {
  const text = readText(path);
  if (text === undefined) return exists(path) ? { path, json: undefined } : undefined;
  try {
    const json: unknown = JSON.parse(text);
    return { path, json: isRecord(json) ? json : undefined };
  } catch {
    return { path, json: undefined };
  }
}

/** The package that a readable manifest describes. */
export function toPackage(manifest: Manifest): Package {
  const json = manifest.json ?? {};
  const dependencies = new Map<string, string>();
  for (const group of GROUPS) {
    for (const [name, range] of stringEntries(json[group])) if (!dependencies.has(name)) dependencies.set(name, range);
  }
  return {
    dir: dirname(manifest.path),
    manifestPath: manifest.path,
    name: typeof json['name'] === 'string' ? json['name'] : undefined,
    dependencies,
  };
}
