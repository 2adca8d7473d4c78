import type { Piece } from '../ast/edits.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import type { OwnMiddleware } from './middleware-form.js';

/** A function that stays a statement of its own while Clerk's middleware, exported in its place, calls it. */
export interface Apart {
  readonly name: string;
  /**
   * Exports the new middleware instead of the function.
   * @param lead what begins the function where nothing did: `async `
   */
  exportDefault(middleware: readonly Piece[], lead: string): void;
}

/**
 * A function of several lines stands apart: written into the call, its last line would change by nothing but a bracket.
 * @returns undefined where it goes into the call: it is short, or something else than its name refers to it
 */
export function apartOf(own: OwnMiddleware, file: SourceFile): Apart | undefined {
  const { fn, call, statement } = own;
  if (call || !file.text.slice(fn.start, fn.end).includes('\n')) return undefined;
  const holder = file.bindings.parentOf(fn);
  if (holder === statement) return exportedItself(own, file);
  if (fn.type === 'FunctionDeclaration') return exportedByName(fn, own, file);
  const declaration = file.bindings.parentOf(holder!);
  const id = child(holder, 'id');
  // A type that the constant has, `NextMiddleware`, is Clerk's middleware's too, and not the function's any more.
  const isPlain =
    holder?.type === 'VariableDeclarator' &&
    child(holder, 'init') === fn &&
    id !== undefined &&
    !child(id, 'typeAnnotation') &&
    childList(declaration, 'declarations').length === 1;
  if (!isPlain) return undefined;
  return child(statement, 'declaration') === declaration
    ? below(nameOf(id)!, { start: statement.start, end: declaration!.start }, '', own, file)
    : exportedByName(holder, own, file);
}

/** `export function middleware() {}`, `export default () => {}` */
function exportedItself(own: OwnMiddleware, file: SourceFile): Apart | undefined {
  const { fn, statement } = own;
  const head = { start: statement.start, end: fn.start };
  if (!/^export(\s+default)?\s+$/.test(file.text.slice(head.start, head.end))) return undefined;
  const ownName = nameOf(child(fn, 'id'));
  const name = ownName ?? file.freshName(['middleware', 'handler'], file.bindings.program);
  if (ownName !== undefined && fn.type === 'FunctionDeclaration') return below(name, head, '', own, file);
  if (fn.type !== 'FunctionDeclaration') return below(name, head, `const ${name} = `, own, file);
  const open = file.text.indexOf('(', fn.start);
  const gap = file.text.slice(0, open).trimEnd().length;
  const apart = below(name, head, '', own, file);
  return {
    name,
    exportDefault(middleware, lead) {
      apart.exportDefault(middleware, lead);
      file.edits.replace({ start: gap, end: open }, ` ${name}`);
    },
  };
}

/** The function's statement loses `export`, and the middleware's follows it. */
function below(
  name: string,
  head: { start: number; end: number },
  instead: string,
  { fn, statement }: OwnMiddleware,
  file: SourceFile,
): Apart {
  return {
    name,
    exportDefault(middleware, lead) {
      const isNext = head.end === fn.start;
      file.edits.replace(head, instead, isNext ? lead : '');
      if (!isNext && lead !== '') file.edits.insert(fn.start, lead);
      file.edits.insert(statement.end, '\n\nexport default ', ...middleware, file.style.semicolon);
    },
  };
}

/** `export default middleware`, `export { middleware }` */
function exportedByName(holder: Node, { fn, statement }: OwnMiddleware, file: SourceFile): Apart | undefined {
  const name = nameOf(child(holder, 'id'))!;
  const value = child(statement, 'declaration');
  const isDefault = statement.type === 'ExportDefaultDeclaration';
  if (isDefault ? value?.type !== 'Identifier' : childList(statement, 'specifiers').length !== 1) return undefined;
  return {
    name,
    exportDefault(middleware, lead) {
      if (lead !== '') file.edits.insert(fn.start, lead);
      if (isDefault) file.edits.replace(value!, ...middleware);
      else file.edits.replace(statement, 'export default ', ...middleware, file.style.semicolon);
    },
  };
}
