import { join } from 'node:path';
import { isRecord } from './paths.js';

/** Conditions of an `exports` map in the order of preference: code before declarations, since code is what is rewritten. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'import',
  'require',
  'node',
  'default',
  'module',
  'browser',
  'react-server',
  'development',
  'source',
  'types',
]);
const OUTPUT = /^(?:dist|build|lib|out|es|esm|cjs|output|\.output)\//;
const FORMAT = /^(?:esm|cjs|es|types|module|commonjs)\//;

/**
 * The places that a module of a workspace package may stand at, best first: what the manifest says and, since that is
 * often output that is not built, where its source would be. Absolute; extensions may be missing.
 * @param subpath what follows the package's name in the specifier, without slash; empty for the package itself
 */
export function placesOf(dir: string, manifest: Record<string, unknown>, subpath: string): string[] {
  const places = new Set<string>();
  const add = (target: string): void => {
    for (const place of withSource(target.replace(/^\.\//, ''))) places.add(join(dir, place));
  };
  if (manifest['exports'] !== undefined) for (const target of exported(manifest['exports'], subpath)) add(target);
  if (subpath === '') {
    for (const field of ['source', 'module', 'main', 'types', 'typings']) {
      const target = manifest[field];
      if (typeof target === 'string') add(target);
    }
    for (const place of ['src/index', 'index', 'src']) places.add(join(dir, place));
  } else {
    for (const place of [subpath, `src/${subpath}`]) places.add(join(dir, place));
    add(subpath);
  }
  return [...places];
}

/** The places of each file that a specifier means under one condition or another, by the `exports` of the manifest. */
export function alternativesOf(dir: string, manifest: Record<string, unknown>, subpath: string): string[][] {
  const targets = manifest['exports'] === undefined ? [] : exported(manifest['exports'], subpath);
  const code = targets.filter((target) => !/\.d\.[mc]?ts$/.test(target));
  return code.map((target) => withSource(target.replace(/^\.\//, '')).map((place) => join(dir, place)));
}

/** `dist/x.js`, then `src/x` and `x`: the source of an output file is mostly of the same name. */
function withSource(target: string): string[] {
  if (!OUTPUT.test(target)) return [target];
  const bare = target
    .replace(OUTPUT, '')
    .replace(FORMAT, '')
    .replace(/\.d\.[mc]?ts$|\.[mc]?[jt]sx?$/, '');
  return [`src/${bare}`, bare, target];
}

function exported(exports: unknown, subpath: string): string[] {
  const key = subpath === '' ? '.' : `./${subpath}`;
  if (!isRecord(exports) || !Object.keys(exports).some((name) => name.startsWith('.'))) {
    return key === '.' ? targets(exports) : [];
  }
  if (exports[key] !== undefined) return targets(exports[key]);
  for (const [pattern, target] of Object.entries(exports).toSorted(([a], [b]) => b.length - a.length)) {
    const [before, after] = pattern.split('*', 2);
    if (before === undefined || after === undefined) continue;
    if (key.length < pattern.length || !key.startsWith(before) || !key.endsWith(after)) continue;
    const middle = key.slice(before.length, key.length - after.length);
    return targets(target).map((path) => path.replaceAll('*', () => middle));
  }
  return [];
}

function targets(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => targets(item));
  if (!isRecord(value)) return [];
  const order = [...CONDITIONS];
  return Object.entries(value)
    .filter(([condition]) => CONDITIONS.has(condition))
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([, target]) => targets(target));
}
