import { sep } from 'node:path';
import picomatch from 'picomatch';
import { slashed } from './paths.js';

/**
 * Whether a file is one of those that `--ignore` names.
 * @param cwd what the globs are relative to
 * @param globs with `/`, or with the system's own separator; a folder's name stands for all that is in it, as in .gitignore
 */
export function ignoreTest(cwd: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const written = globs.map((glob) => withSlashes(glob).replace(/^\.\//, '').replace(/\/+$/, ''));
  const named = written.map((glob) => glob.split('/').map(asName).join('/'));
  const matches = picomatch(named, { dot: true, windows: false });
  return (path) => ancestorsOf(slashed(cwd, path)).some((candidate) => matches(candidate));
}

/** Where `\` separates folders it escapes nothing: there is no need for it, the names of Next's folders are read as names. */
const withSlashes = (glob: string): string => (sep === '/' ? glob : glob.replaceAll(sep, '/'));

/** `(auth)`, `(.)photo`, `[id]`, `[[...x]]`, `[id].tsx`: what Next calls folders and files. `(a|b)` and `[a-c]` are globs. */
const NEXT_NAME = /^(?:\([^()|*?!+]+\)|\[{1,2}(?!\w-\w\])[^[\]*?!^:]+\]{1,2})+[\w.*-]*$/;

/** A segment that is a name of Next's is that name, though a glob means something else by its brackets. */
const asName = (segment: string): string => (NEXT_NAME.test(segment) ? segment.replace(/[()[\]]/g, '\\$&') : segment);

function ancestorsOf(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
