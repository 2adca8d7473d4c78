import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { check } from '../../lib/runner/check.js';
import { streams, usualFormat } from '../streams.js';

/**
 * `check [path]` as it mostly runs: without options and without a config. What takes options apart and looks for a config
 * is not loaded then.
 * @returns the exit code; undefined where there may be more to read than the path
 * @throws {BadInput}
 */
export async function checkNow(args: readonly string[]): Promise<number | undefined> {
  const [path = '.', ...more] = args;
  const cwd = process.cwd();
  if (more.length > 0 || path.startsWith('-') || mayHaveConfig(resolve(cwd, path))) return undefined;
  const format = await usualFormat();
  return check({ cwd, path, ignore: [], format }, await streams({ color: true }, false));
}

/** Names of configs, and their key in a package.json, as lib/config/load.ts has them; a test holds the two together. */
export const CONFIG_NAMES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map(
  (extension) => `authjs-clerk.config.${extension}`,
);

/** Whether a folder from the path upwards, to the top of the work tree, may hold a config. */
function mayHaveConfig(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  for (let dir = isFolder ? path : dirname(path); ; dir = dirname(dir)) {
    if (CONFIG_NAMES.some((name) => existsSync(join(dir, name))) || manifestNamesConfig(join(dir, 'package.json')))
      return true;
    if (existsSync(join(dir, '.git')) || dirname(dir) === dir) return false;
  }
}

function manifestNamesConfig(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes('"authjs-clerk"');
  } catch {
    return false;
  }
}
