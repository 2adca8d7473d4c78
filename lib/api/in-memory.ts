import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { BadInput } from '../project/types.js';

/** The files of an app: their text by their path, relative to the app or the monorepo's root, with `/`. */
export type InMemory = Readonly<Record<string, string>>;

/**
 * Lays files out where the reading of an app finds them, for as long as `use` runs, and takes them away again. Resolving
 * imports as Node and TypeScript do takes a file system; this one is the caller's alone.
 * @throws {BadInput} for a path that leads out of the app
 */
export async function laidOut<Result>(files: InMemory, use: (dir: string) => Promise<Result>): Promise<Result> {
  for (const path of Object.keys(files)) if (leadsOut(path)) throw new BadInput(`${path} leads out of the app`);
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'authjs-clerk-codemod-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    return await use(dir);
  } catch (error) {
    // The caller knows of no such folder.
    if (error instanceof BadInput) throw new BadInput(error.message.replaceAll(dir, '.'));
    throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const leadsOut = (path: string): boolean =>
  isAbsolute(path) || path === '' || normalize(path).split(sep).includes('..') || /[\\\0]/.test(path);
