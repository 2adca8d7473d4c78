import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that goes when the test ends, with files by their paths. */
export function folder(files: Record<string, string | Buffer> = {}): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'acc-run-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  fill(dir, files);
  return dir;
}

export function fill(dir: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

/** All that is in a folder: files with their content as latin1, which loses no byte; folders with a slash at the end. */
export function tree(dir: string): Record<string, string> {
  const entries = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((path) => join(dir, path));
  const pairs = entries.sort().map((path): [string, string] => {
    const name = relative(dir, path).split(sep).join('/');
    return lstatSync(path).isDirectory() ? [`${name}/`, ''] : [name, readFileSync(path, 'latin1')];
  });
  return Object.fromEntries(pairs);
}
