import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';

/** Whether `path` is `dir` or stands below it. Both absolute. */
export function isWithin(path: string, dir: string): boolean {
  return path === dir || path.startsWith(dir.endsWith(sep) ? dir : dir + sep);
}

/** `dir` and all folders above it, nearest first; ends with `top` where one is given and stands above. */
export function ancestors(dir: string, top?: string): string[] {
  const chain: string[] = [];
  for (let current = dir; ; current = dirname(current)) {
    chain.push(current);
    if (current === top || dirname(current) === current) return chain;
  }
}

/** The path from `dir` to `path` with `/` on every platform: what globs and routes are matched against. */
export function slashed(dir: string, path: string): string {
  return relative(dir, path).split(sep).join('/');
}

/** The text of a file without its byte order mark; undefined where it can't be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether there is a file at a path, and no link. */
export const isPlainFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export { existsSync as exists };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object that are strings; nothing where it is no object. */
export function stringEntries(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** The strings of an array; nothing where it is no array. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
