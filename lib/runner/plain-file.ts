import { Bindings } from '../ast/bindings.js';
import { programOf } from '../ast/parse.js';
import { parseForChain } from '../scan/oxc.js';
import { withoutSites, type ScannedFile } from '../scan/sites.js';

/** A file that says nothing of Auth.js and goes through the chain all the same, parsed as the scan parses. */
export function plainFile(path: string, text: string): ScannedFile {
  const file = withoutSites(path, text);
  try {
    const { program, isForChain } = parseForChain(path, text.replace(/^\uFEFF/, ''), programOf);
    return isForChain ? { ...file, bindings: new Bindings(program) } : file;
  } catch {
    return file; // the chain says what is wrong with it
  }
}
