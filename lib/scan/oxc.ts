import { parseSync } from 'oxc-parser';
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
 * oxc's tree of a text, by its name's language.
 * @throws {SyntaxError}
 */
export function oxcProgram(path: string, text: string): Node {
  const language = languageOf(path);
  const lang = language === 'js' ? 'jsx' : language;
  const { program, errors } = parseSync(path, text, { lang, sourceType: 'module', astType: 'ts' });
  const [error] = errors;
  if (error && program.body.length === 0 && text.trim() !== '') throw new SyntaxError(error.message);
  return program as unknown as Node;
}
