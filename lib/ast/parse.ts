import { createRequire } from 'node:module';
import type { ParserPlugin } from '@babel/parser';
import type { Node } from './tree.js';

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

/** Loaded at the first parse: `check` never needs it. */
const babel = (): typeof import('@babel/parser') =>
  createRequire(import.meta.url)('@babel/parser') as typeof import('@babel/parser');

/** How many files went through Babel in this process; a run parses each file with a site once, and no other. */
export const parseCount = { babel: 0 };

/** The language of a file by its name. */
export function languageOf(path: string): 'ts' | 'tsx' | 'js' {
  if (path.endsWith('.tsx')) return 'tsx';
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'js';
}

/**
 * Babel's tree of a file, the one that jscodeshift's collections work on; offsets are UTF-16 units of `text`.
 * @throws {SyntaxError} where no set of plugins takes the file
 */
export function parse(text: string, path: string): Node {
  parseCount.babel += 1;
  const { parse: parseWithBabel } = babel();
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
