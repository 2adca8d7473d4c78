import { child, childList, nameOf, type Node } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import type { SourceFile } from './source-file.js';

/** A Server Action of the app's own that signs in or out. */
export interface OwnAction {
  readonly name: string;
  /** The statement that declares and exports it; undefined where it is exported in another way. */
  readonly statement: Node | undefined;
}

/** The actions that a file exports. */
export function ownActions({ scanned, program }: SourceFile): OwnAction[] {
  const exports = childList(program, 'body').filter(({ type }) => /^Export(?:Named|Default)Declaration$/.test(type));
  return [...scanned.passes]
    .filter(([, origin]) => origin.module === OWN.action)
    .map(([name]) => ({ name, statement: exports.find((each) => exportsOnly(each, name)) }));
}

function exportsOnly(statement: Node, name: string): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return name === 'default';
  const declaration = child(statement, 'declaration');
  const declarators = childList(declaration, 'declarations');
  const id =
    declaration?.type === 'VariableDeclaration'
      ? child(declarators.length === 1 ? declarators[0] : undefined, 'id')
      : child(declaration, 'id');
  return nameOf(id) === name;
}
