import { parse as parseWithBabel, type ParserPlugin } from '@babel/parser';
import { languageOf } from './language.js';
import { child, type Node } from './tree.js';

const COMMON: ParserPlugin[] = [
  'decorators-legacy',
  'importAttributes',
  'explicitResourceManagement',
  'decoratorAutoAccessors',
];
/** JSX and `<T>x` exclude each other, so a .ts file is read without JSX; Flow stands for JavaScript with types. */
const PLUGINS: Readonly<Record<'ts' | 'tsx' | 'js', ParserPlugin[][]>> = {
  ts: [['typescript', ...COMMON]],
  tsx: [['typescript', 'jsx', ...COMMON]],
  js: [
    ['jsx', ...COMMON],
    ['jsx', 'flow', ...COMMON],
    ['typescript', 'jsx', ...COMMON],
  ],
};

/** How many files went through Babel in this process: of a run those that oxc's tree does not do for. */
export const parseCount = { babel: 0 };

/**
 * Babel's tree of a file, the one that jscodeshift's collections work on; offsets are UTF-16 units of `text`.
 * @throws {SyntaxError} where no set of plugins takes the file
 */
export function parse(text: string, path: string): Node {
  parseCount.babel += 1;
  let failure: unknown;
  for (const plugins of PLUGINS[languageOf(path)]) {
    try {
      return parseWithBabel(text, {
        sourceType: 'module',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowSuperOutsideMethod: true,
        allowUndeclaredExports: true,
        errorRecovery: true,
        plugins,
      }) as unknown as Node;
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/** Takes from a node what printers alone read: all trees of a run stand side by side, and offsets and parentheses are enough. */
export function withoutPrinting(node: Node): void {
  const all = node as { loc?: unknown; extra?: { parenthesized?: boolean } | undefined };
  all.loc = undefined;
  if (all.extra && !all.extra.parenthesized) all.extra = undefined;
}

/** The Program of Babel's tree. */
export const programOf = (path: string, text: string): Node => child(parse(text, path), 'program')!;
