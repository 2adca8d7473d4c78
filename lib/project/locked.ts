import { join } from 'node:path';
import { valid } from 'semver';
import { ancestors, isRecord, readText } from './paths.js';

/**
 * The release of a dependency that is installed, else the one in the lock file.
 * @param dir the package's folder; `root` and what lies between are looked at as well
 * @param range as written in package.json
 * @returns undefined where neither tells it, or the lock file knows several
 */
export function lockedVersion(name: string, range: string, dir: string, root: string): string | undefined {
  const folders = ancestors(dir, root);
  for (const folder of folders) {
    const text = readText(join(folder, 'node_modules', name, 'package.json'));
    const version = text === undefined ? undefined : versionIn(text);
    if (version !== undefined) return version;
  }
  for (const folder of folders)
    for (const { file, read } of LOCKS) {
      const text = readText(join(folder, file));
      const version = text === undefined ? undefined : read(text, name, range);
      if (version !== undefined && valid(version) !== null) return version;
    }
  return undefined;
}

function versionIn(text: string): string | undefined {
  const version = parsed(text)['version'];
  return typeof version === 'string' && valid(version) !== null ? version : undefined;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : {};
  } catch {
    return {}; // a broken file says nothing
  }
}

function fromNpm(text: string, name: string): string | undefined {
  const { packages, dependencies } = parsed(text);
  const entry = isRecord(packages)
    ? packages[`node_modules/${name}`]
    : isRecord(dependencies)
      ? dependencies[name]
      : {};
  const version = isRecord(entry) ? entry['version'] : undefined;
  return typeof version === 'string' ? version : undefined;
}

/** `next@14.2.3(react@18.2.0):`, in older files `/next@13.4.9(…):` and `/next/13.4.9_…:` */
const fromPnpm = (text: string, name: string): string | undefined =>
  onlyOne(text, `^ {2}'?/?${escaped(name)}[@/](\\d+\\.\\d+\\.\\d+[\\w.-]*?)(?:[(_:'].*)?$`);

/** `next@^13.4.2:` and below it `version "13.4.19"`; `"next@npm:^13.4.2":` and `version: 13.4.19` */
function fromYarn(text: string, name: string, range: string): string | undefined {
  const asked = `${escaped(name)}@(?:npm:)?${escaped(range)}`;
  const entry = new RegExp(`^"?(?:[^\\n]*, "?)?${asked}"?(?:,[^\\n]*)?:\\r?\\n {2}version:? "?([^"\\s]+)`, 'm');
  return entry.exec(text)?.[1];
}

function onlyOne(text: string, pattern: string): string | undefined {
  const found = new Set([...text.matchAll(new RegExp(pattern, 'gm'))].map(([, version]) => version!));
  return found.size === 1 ? [...found][0] : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How each lock file names the release of a package, with the range that asks for it where it has that. */
const LOCKS: readonly { readonly file: string; read(text: string, name: string, range: string): string | undefined }[] =
  [
    { file: 'package-lock.json', read: fromNpm },
    { file: 'pnpm-lock.yaml', read: fromPnpm },
    { file: 'yarn.lock', read: fromYarn },
    { file: 'bun.lock', read: (text, name) => onlyOne(text, `"${escaped(name)}": \\["${escaped(name)}@([^"]+)"`) },
  ];
