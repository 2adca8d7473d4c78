import { join } from 'node:path';
import semver from 'semver';
import { isRecord, readText } from './paths.js';
import type { VersionRange } from './types.js';
import type { Catalogs } from './workspaces.js';

/**
 * What a dependency's range says, else what is installed.
 * @param range as written in package.json: `catalog:` is looked up, `npm:next@15` and `workspace:^1` are taken apart
 * @param folders where `node_modules/<name>` is looked for when the range names no version (tags, `*`, git addresses)
 */
export function readVersion(
  name: string,
  range: string,
  catalogs: () => Catalogs,
  folders: readonly string[],
): VersionRange {
  const written = fromCatalog(name, range, catalogs);
  const lowest = PLAIN.exec(written)?.[1] ?? lowestOf(written) ?? installed(name, folders);
  return { range: written, version: lowest, major: lowest === undefined ? undefined : Number(lowest.split('.')[0]) };
}

/** `1.2.3`, `^1.2.3`, `~1.2.3`, which need no library. */
const PLAIN = /^[~^]?((?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8}))$/;

function fromCatalog(name: string, range: string, catalogs: () => Catalogs): string {
  if (!range.startsWith('catalog:')) return range;
  const catalog = range.slice('catalog:'.length).trim() || 'default';
  return catalogs().get(catalog)?.get(name) ?? range;
}

function lowestOf(range: string): string | undefined {
  const bare = range
    .trim()
    .replace(/^workspace:/, '')
    .replace(/^npm:(?:@?[^@]+@)?/, '');
  // `*` and an empty range admit everything: 0.0.0 would be a lie.
  if (bare === '' || semver.validRange(bare) === null || semver.validRange(bare) === '*') return undefined;
  const lowest = semver.minVersion(bare);
  // `<16` has no lower end that means anything.
  return lowest === null || lowest.version === '0.0.0' ? undefined : lowest.version;
}

function installed(name: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const text = readText(join(folder, 'node_modules', name, 'package.json'));
    if (text === undefined) continue;
    try {
      const json: unknown = JSON.parse(text);
      const version = isRecord(json) ? json['version'] : undefined;
      if (typeof version === 'string' && semver.valid(version) !== null) return version;
    } catch {
      // A broken install says nothing about the version.
    }
  }
  return undefined;
}
