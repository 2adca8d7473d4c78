import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Formatter } from './formatter.js';

/** The part of prettier's API that versions 2 and 3 share; format() answers at once in 2. */
interface Prettier {
  resolveConfig(path: string, options: { editorconfig: boolean }): Promise<object | null>;
  getFileInfo(path: string, options: { ignorePath?: string }): Promise<{ ignored: boolean; inferredParser: unknown }>;
  format(text: string, options: object): string | Promise<string>;
}

/**
 * @param home the folder of the package
 * @param dirs folders from the file's package up to the root, where ignore files may lie
 */
export async function prettierAt(home: string, dirs: readonly string[]): Promise<Formatter> {
  const entry = createRequire(join(home, 'package.json')).resolve(home);
  const loaded = (await import(pathToFileURL(entry).href)) as { default?: Prettier } & Prettier;
  const prettier = loaded.default ?? loaded;
  const ignoreFiles = dirs.map((dir) => join(dir, '.prettierignore')).filter((path) => existsSync(path));
  return {
    name: 'prettier',
    async format(path, text) {
      for (const ignorePath of ignoreFiles)
        if ((await prettier.getFileInfo(path, { ignorePath })).ignored) return undefined;
      if ((await prettier.getFileInfo(path, {})).inferredParser === null) return undefined;
      const config = await prettier.resolveConfig(path, { editorconfig: true });
      return prettier.format(text, { ...config, filepath: path });
    },
  };
}
