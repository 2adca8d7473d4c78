import type { API, FileInfo } from 'jscodeshift';
import { scanOne } from './scan-one.js';
import { STANDALONE } from './context.js';
import { finish } from './finish.js';
import { SourceFile } from './source-file.js';

/** One step of the chain: it looks at a file's sites and settles those that are its own. */
export interface Transform {
  readonly name: string;
  /** One line for `list`. */
  readonly description: string;
  /** The rules that its settlements name. */
  readonly rules: readonly string[];
  apply(file: SourceFile): void;
}

/** What stock jscodeshift calls: the same transform on one file, with what one file alone can tell. */
export type StandaloneTransform = (info: FileInfo, api: API) => string | undefined;

/** Makes a jscodeshift transform of one step of the chain. It returns undefined for a file that it leaves alone. */
export function standalone(transform: Transform): StandaloneTransform {
  return ({ path, source }, { j }) => {
    const scanned = scanOne(path, source);
    if (scanned.sites.length === 0) return undefined;
    const file = new SourceFile(scanned, STANDALONE, () => j);
    file.enter(transform.name);
    transform.apply(file);
    const { text } = finish(file, { todo: false, onlyOne: true });
    return text === null || text === source ? undefined : text;
  };
}
