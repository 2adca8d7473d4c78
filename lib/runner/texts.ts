import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FileTexts } from '../report/excerpts.js';
import { shownText } from './secrets.js';

interface Change {
  /** Absolute. */
  readonly path: string;
  /** Left out where it is not known any more. */
  readonly before?: string | null;
  readonly after: string | null;
}

/**
 * The texts of the files that a report names, with secrets masked: those that the run changes as planned, all others as they
 * stand on the disk. Nothing is read before it is asked for.
 * @param cwd what the paths in the report are relative to
 */
export function textsOf(changes: readonly Change[], cwd: string): (path: string) => FileTexts | undefined {
  const planned = new Map(changes.map((change) => [relative(cwd, change.path).split(sep).join('/'), change]));
  const shown = (path: string, text: string | null | undefined) =>
    typeof text === 'string' ? shownText(path, text) : text;
  return (path) => {
    const change = planned.get(path);
    if (change) return { before: shown(path, change.before), after: shown(path, change.after) };
    try {
      const text = shownText(path, readFileSync(resolve(cwd, path), 'utf8'));
      return { before: text, after: text };
    } catch {
      return undefined;
    }
  };
}
