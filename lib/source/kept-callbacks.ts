import { readCallbacks, type KeptCallbacks } from '../scan/session-callbacks.js';
import type { SourceFile } from './source-file.js';

/** The callbacks of the file that live on, where the app's do; undefined where another file has them. */
export function keptCallbacks({ path, context, scanned, program, bindings }: SourceFile): KeptCallbacks | undefined {
  if (!context.keepsCallbacks) return undefined;
  const { sites } = scanned;
  const strategy = context.sessionStrategy;
  for (const options of scanned.configs) {
    const kept = readCallbacks({ path, program, bindings, options, strategy, sites, isDecided: true });
    if (typeof kept !== 'string') return kept;
  }
  return undefined;
}
