import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formatter, FormatterName } from './formatter.js';

/** How each is asked to format what comes in at standard input. */
const ARGUMENTS: Readonly<Record<Exclude<FormatterName, 'prettier'>, (path: string) => string[]>> = {
  oxfmt: (path) => ['--stdin-filepath', path],
  biome: (path) => ['format', `--stdin-file-path=${path}`],
};

/** Languages that all of them know; of others they say so with an error, which would look like one of the app's. */
const KNOWN = /\.(?:[cm]?[jt]sx?|jsonc?)$/;

/**
 * A formatter that has no API but its command.
 * @param home the folder of its package
 * @param cwd where its settings are looked up from
 */
export function commandAt(name: Exclude<FormatterName, 'prettier'>, home: string, cwd: string): Formatter {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const bin = join(home, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]!);
  return {
    name,
    format: (path, text) =>
      KNOWN.test(path) ? answerOf(bin, ARGUMENTS[name](path), cwd, text) : Promise.resolve(undefined),
  };
}

function answerOf(bin: string, args: readonly string[], cwd: string, text: string): Promise<string> {
  return new Promise((settle, fail) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd, maxBuffer: 1 << 28 }, (error, output, said) => {
      if (error) fail(new Error(said.trim().split('\n')[0] || error.message));
      else settle(output);
    });
    // A formatter that ends before it has read all says why itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
  });
}
