import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { Script } from 'node:vm';

const MODULES = 'node_modules';

/** What a file exports, and a way to keep what V8 made of it for the next start. */
export interface Loaded<Exports> {
  readonly exports: Exports;
  /** Writes V8's code, of the functions too that ran by now. Where one was taken up, or none can be written, it does nothing. */
  keep(): void;
}

/**
 * Loads a CommonJS file with the code that V8 made of it in an earlier run, which saves most of what starting takes. Node has
 * the like from version 22 on. V8 refuses code of another version or of other flags; then the file is compiled as always.
 * @param path of a file in this folder whose name bears the hash of what is in it, since V8 compares no more than its length.
 * The build has it import by `importLate`: V8 forgets of kept code who imports for it.
 */
export function loadCompiled<Exports>(path: string): Loaded<Exports> {
  const kept = process.env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : placeOf(path);
  const cachedData = kept && readIfThere(kept);
  const script = new Script(`(function (module, require, importLate) {${readFileSync(path, 'latin1')}\n})`, {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const isTaken = cachedData !== undefined && script.cachedDataRejected === false;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...known: unknown[]) => void;
  run(module, createRequire(path), (name: string) => import(name));
  return {
    exports: module.exports as Exports,
    keep: () => {
      if (kept !== undefined && !isTaken) write(kept, () => script.createCachedData());
    },
  };
}

/** Below the node_modules that the command stands in, or those of its checkout: who may write there may change the command. */
function placeOf(path: string): string {
  const at = path.lastIndexOf(`${sep}${MODULES}${sep}`);
  const modules = at < 0 ? join(dirname(path), '..', '..', MODULES) : path.slice(0, at + 1 + MODULES.length);
  const name = path.slice(path.lastIndexOf(sep) + 1);
  return join(modules, '.cache', 'authjs-clerk-codemod', `${name}-${process.versions.v8}-${process.arch}`);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** As many are kept as there may be builds, or versions of Node, in use side by side. */
const KEPT = 4;

/** Written whole or not at all; what earlier builds left goes. */
function write(path: string, data: () => Buffer): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, data());
    renameSync(`${path}.${process.pid}`, path);
    const age = (file: string) => Date.now() - statSync(file).mtimeMs;
    const all = readdirSync(folder).map((name) => join(folder, name));
    for (const old of all.sort((a, b) => age(a) - age(b)).slice(KEPT)) rmSync(old);
  } catch {
    // Nobody may write there, or the disk is full: the next start takes as long as this one.
  }
}
