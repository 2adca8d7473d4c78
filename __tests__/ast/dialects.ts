import { parseSync } from 'oxc-parser';
import { Bindings } from '../../lib/ast/bindings.js';
import { languageOf } from '../../lib/ast/language.js';
import { parse } from '../../lib/ast/parse.js';
import { child, type Node } from '../../lib/ast/tree.js';

/** oxc's Program, as the scan reads it. */
export function oxcProgram(text: string, path = 'a.tsx'): Node {
  const language = languageOf(path);
  const { program, errors } = parseSync(path, text, {
    lang: language === 'js' ? 'jsx' : language,
    sourceType: 'module',
    astType: 'ts',
  });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  return program as unknown as Node;
}

/** Babel's Program, as the chain reads it. */
export const babelProgram = (text: string, path = 'a.tsx'): Node => child(parse(text, path), 'program')!;

export const DIALECTS = [
  ['oxc', oxcProgram],
  ['Babel', babelProgram],
] as const;

export const bindingsOf = (text: string, path?: string): Bindings => new Bindings(babelProgram(text, path));

/** What a file's names are, in words: each binding with the offsets of its references, then the free names. */
export function describeBindings({ all, free, program }: Bindings): string[] {
  const offsets = (nodes: readonly Node[]) => nodes.map(({ start }) => start).toSorted((a, b) => a - b);
  return [
    ...all.map(
      ({ name, references, scope, imported }) =>
        `${name}${scope === program ? '' : ' (inner)'}${imported ? ` from ${imported.source}#${imported.name}` : ''}: ${offsets(references).join(' ')}`,
    ),
    ...[...free].map(([name, nodes]) => `free ${name}: ${offsets(nodes).join(' ')}`),
  ].toSorted();
}
