import type { Node } from '../ast/tree.js';
import { factsOf, type Facts } from './facts.js';

export interface ParsedFile {
  readonly text: string;
  readonly facts: Facts | undefined;
  readonly error?: string;
}

const BOM = '\uFEFF';

/**
 * What a file says. A file that the parser refuses has an error in place of facts.
 * @param parse gives the Program of a text, or throws
 */
export function parseFile(path: string, source: string, parse: (path: string, text: string) => Node): ParsedFile {
  // Offsets count from behind a byte order mark, as the chain's do.
  const text = source.startsWith(BOM) ? source.slice(1) : source;
  try {
    return { text: source, facts: factsOf(parse(path, text), text, path) };
  } catch (error) {
    return { text: source, facts: undefined, error: (error as Error).message.split('\n')[0]! };
  }
}
