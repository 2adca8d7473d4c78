import type { Node } from '../ast/tree.js';
import type { Wrappers } from './wrappers.js';

/** What the scan is given: it reads nothing itself. */
export interface ScanInput {
  readonly files: readonly string[];
  /** The text of a file; undefined where it can't be read, which the caller reports. It may be asked for again. */
  read(path: string): string | undefined;
  /**
   * The first look at a file, to see whether there are certain words in it; `read` unless given. Where texts are not kept, a
   * character for each byte does.
   */
  readonly look?: (path: string) => string | undefined;
  /** Whether what `look` gives is the text, to be kept while there is room; true unless given. */
  readonly keepsTexts?: boolean;
  /**
   * The Program of a file's text, of oxc or of Babel.
   * @throws {SyntaxError}
   */
  parse(path: string, text: string): Node;
  /** Whether a tree that `parse` gave is to be kept for the chain, where its file has sites; none is unless given. */
  readonly isForChain?: (program: Node) => boolean;
  /** The file of the app's own that an import leads to. */
  resolve(specifier: string, from: string): string | undefined;
  /** The same, where `resolve` only leads to files that may hand Auth.js on. */
  resolveAny?(specifier: string, from: string): string | undefined;
  /** Strings by which other files may import this one, as they end in an import: `auth`, `@acme/auth`. */
  importStemsOf(path: string): readonly string[];
  /** Functions that yield the session without a sign of it in their code. */
  readonly wrappers?: Wrappers | undefined;
  /** Whether the app itself answers at an address below /api/auth. */
  isOwnRoute(address: string): boolean;
}
