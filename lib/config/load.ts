import { existsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lilconfig, type Loaders } from 'lilconfig';
import { guess } from '../nearest.js';
import { BadInput } from '../project/types.js';
import { TOOL } from '../tool.js';
import type { Config } from './config.js';
import { KEYS } from './keys.js';

const NAME = 'authjs-clerk';

/** The files that are looked for, in each folder from the path upwards to the top of the work tree. */
export const PLACES: readonly string[] = [
  ...['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map((extension) => `${NAME}.config.${extension}`),
  'package.json',
];

/**
 * The nearest config at or above a path. Globs in it come out relative to `cwd`, like the command's.
 * @param path what the run is about, absolute or relative to `cwd`
 * @param given a file to read instead, as --config names it
 * @returns undefined where there is none
 * @throws {BadInput} in one line where it can't be read, or says what no config says
 */
export async function loadConfig(cwd: string, path: string, given?: string): Promise<Config | undefined> {
  const start = folderOf(resolve(cwd, path));
  let reading = given === undefined ? start : resolve(cwd, given);
  const explorer = lilconfig(NAME, {
    searchPlaces: [...PLACES],
    packageProp: NAME,
    stopDir: topOf(start), // a config above the work tree is about something else
    loaders: loaders((file) => void (reading = file)),
    cache: false,
  });
  const shown = () => relative(cwd, reading).split(sep).join('/');
  try {
    const found = await (given === undefined ? explorer.search(start) : explorer.load(reading));
    if (!found) return undefined;
    return relocated(checked(found.config, shown()), dirname(found.filepath), cwd);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${shown()} can't be read: ${firstLine(error)}`);
  }
}

/** @param note is told which file is read, for what can be said of one that fails */
function loaders(note: (file: string) => void): Loaders {
  const code = async (file: string): Promise<unknown> => {
    note(file);
    const { createJiti } = await import('jiti');
    // Where the command comes by npx, the app does not have the package that its config imports.
    const alias = { [TOOL.name]: fileURLToPath(new URL('./config.js', import.meta.url)) };
    return createJiti(import.meta.url, { alias, moduleCache: false, fsCache: false }).import(file, { default: true });
  };
  const json = (file: string, text: string): unknown => {
    if (basename(file) !== 'package.json') note(file);
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      // Of a manifest that is broken the reading of the app says more.
      if (basename(file) === 'package.json') return {};
      throw error;
    }
  };
  return { '.ts': code, '.mts': code, '.js': code, '.mjs': code, '.cjs': code, '.json': json };
}

/** @throws {BadInput} naming the key */
function checked(value: unknown, shown: string): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(`${shown} holds no settings: it has to be an object, in code the default export`);
  for (const [key, each] of Object.entries(value)) {
    if (!isKey(key)) throw new BadInput(`${shown}: there is no setting “${key}”${guess(key, Object.keys(KEYS))}`);
    if (!KEYS[key].test(each)) throw new BadInput(`${shown}: ${key} has to be ${KEYS[key].says}`);
  }
  return value as Config;
}

const isKey = (key: string): key is keyof Config => Object.hasOwn(KEYS, key);

/** The same, with paths as seen from the working directory. */
function relocated(config: Config, dir: string, cwd: string): Config {
  const to = (path: string) => (isAbsolute(path) ? path : join(relative(cwd, dir), path).split(sep).join('/'));
  return {
    ...config,
    ...(config.ignore && { ignore: config.ignore.map(to) }),
    ...(config.reports && { reports: config.reports.map(to) }),
    ...(config.handoff !== undefined && { handoff: to(config.handoff) }),
    ...(config.baseline !== undefined && { baseline: to(config.baseline) }),
  };
}

const folderOf = (path: string): string => (isFolder(path) ? path : dirname(path));
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folder with `.git`, or the root of the file system. */
function topOf(dir: string): string {
  return existsSync(join(dir, '.git')) || dirname(dir) === dir ? dir : topOf(dirname(dir));
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n')[0]!;
