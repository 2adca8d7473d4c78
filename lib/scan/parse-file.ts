import type { Node } from '../ast/tree.js';
import { factsOf, type Facts } from './facts.js';

/** A file that the parser refuses. */
export interface Unparsed {
  readonly error: string;
}

const BOM = '\uFEFF';

/**
 * What a file says.
 * @param parse gives the Program of a text, or throws
 */
export function parseFile(path: string, source: string, parse: (path: string, text: string) => Node): Facts | Unparsed {
  // Offsets count from behind a byte order mark, as the chain's do.
  const text = source.startsWith(BOM) ? source.slice(1) : source;
  try {
    return factsOf(parse(path, text), text, path);
  } catch (error) {
    return { error: (error as Error).message.split('\n')[0]! };
  }
}
