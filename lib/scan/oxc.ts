import { parseSync } from 'oxc-parser';
import { inBabelsShape } from '../ast/babel/shape.js';
import { languageOf } from '../ast/language.js';
import type { Node } from '../ast/tree.js';

/** How many files went through oxc in this process: only those whose bytes match. */
export const scanCount = { oxc: 0 };

/**
 * oxc's tree of a file, for the scan.
 * @throws {SyntaxError} where oxc makes nothing of it: Flow, for one
 */
export function parseWithOxc(path: string, text: string): Node {
  scanCount.oxc += 1;
  return oxcProgram(path, text);
}

/**
 * The tree of a file for a run: oxc's in the form of Babel's, on which the chain goes on. What oxc refuses or does not tell
 * in full is left to Babel: the chain parses it again.
 * @param parseByBabel gives Babel's Program
 * @returns `isForChain` where the chain may work on the tree
 * @throws {SyntaxError} where neither makes something of it
 */
export function parseForChain(
  path: string,
  text: string,
  parseByBabel: (path: string, text: string) => Node,
): { program: Node; isForChain: boolean } {
  scanCount.oxc += 1;
  const { program, errors, comments } = parsed(path, text);
  if (errors.length > 0) {
    if (isNothing(program, text)) return { program: parseByBabel(path, text), isForChain: true };
    return { program, isForChain: false };
  }
  const adapted = inBabelsShape(program, text, comments);
  return adapted ? { program: adapted, isForChain: true } : { program: oxcProgram(path, text), isForChain: false };
}

/**
 * oxc's tree of a text, by its name's language.
 * @throws {SyntaxError}
 */
export function oxcProgram(path: string, text: string): Node {
  const { program, errors } = parsed(path, text);
  const [error] = errors;
  if (error && isNothing(program, text)) throw new SyntaxError(error.message);
  return program;
}

function parsed(path: string, text: string) {
  const language = languageOf(path);
  const lang = language === 'js' ? 'jsx' : language;
  const { program, errors, comments } = parseSync(path, text, { lang, sourceType: 'module', astType: 'ts' });
  return { program: program as unknown as Node, errors, comments };
}

const isNothing = (program: Node, text: string): boolean =>
  (program['body'] as unknown[]).length === 0 && text.trim() !== '';
