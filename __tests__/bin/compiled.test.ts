import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadCompiled } from '../../bin/compiled.js';
import { folder } from '../runner/folder.js';

interface Exports {
  answer(): number;
  late(name: string): Promise<{ sep: string }>;
}

const CODE = `module.exports = { answer: () => 42, late: (name) => importLate(name) };\n`;

/** A package with one file, as npm lays it out. */
function installed(code = CODE): { file: string; cache: string } {
  const modules = join(folder(), 'node_modules');
  const dir = join(modules, 'some-package/dist');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'file-0a1b.cjs');
  writeFileSync(file, code);
  return { file, cache: join(modules, '.cache/authjs-clerk-codemod') };
}

afterEach(() => vi.unstubAllEnvs());

describe('loading a file with the code that V8 made of it', () => {
  it('keeps the code below node_modules, takes it up, and writes none where it did', async () => {
    const { file, cache } = installed();
    const first = loadCompiled<Exports>(file);
    expect(first.exports.answer()).toBe(42);
    first.keep();
    const [name] = readdirSync(cache);
    expect(name).toMatch(/^file-0a1b\.cjs-/);
    const kept = readFileSync(join(cache, name!));

    const second = loadCompiled<Exports>(file);
    expect(second.exports.answer()).toBe(42);
    expect((await second.exports.late('node:path')).sep).toBe('/');
    second.keep();
    expect(readFileSync(join(cache, name!))).toEqual(kept);
  });

  it('passes over what V8 refuses, and writes it anew', () => {
    const { file, cache } = installed(`${CODE}// Not compiled before.\n`);
    mkdirSync(cache, { recursive: true });
    const path = join(cache, `file-0a1b.cjs-${process.versions.v8}-${process.arch}`);
    writeFileSync(path, 'no code of V8');
    const again = loadCompiled<Exports>(file);
    expect(again.exports.answer()).toBe(42);
    again.keep();
    expect(readFileSync(path).length).toBeGreaterThan(100);
  });

  it('removes what earlier builds left, but for the last few', () => {
    const { file, cache } = installed();
    mkdirSync(cache, { recursive: true });
    for (let age = 1; age <= 6; age++) {
      writeFileSync(join(cache, `old-${age}`), '');
      utimesSync(join(cache, `old-${age}`), new Date(), new Date(Date.now() - age * 60_000));
    }
    loadCompiled<Exports>(file).keep();
    const names = readdirSync(cache).filter((name) => !name.startsWith('file-'));
    expect(names.sort()).toEqual(['old-1', 'old-2', 'old-3']);
  });

  it('goes on where nothing can be written, and keeps nothing where Node is told to', () => {
    const { file, cache } = installed();
    writeFileSync(join(cache, '..'), 'a file');
    const loaded = loadCompiled<Exports>(file);
    loaded.keep();
    expect(loaded.exports.answer()).toBe(42);

    const other = installed();
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    loadCompiled<Exports>(other.file).keep();
    expect(() => readdirSync(other.cache)).toThrow('ENOENT');
  });
});
