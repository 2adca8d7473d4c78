import { OWN } from '../authjs/modules.js';
import { child, childList, isCall, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { removeStatement } from './statements.js';

/** Takes out constants that held the options for calls that are gone: `const authOptions = getAuthOptions(req, res)`. */
export function removeUnusedOptions(rule: string, file: SourceFile): void {
  for (const use of file.uses(({ module }) => module === OWN.options)) {
    const declaration = use.settlement ? undefined : declarationHolding(use.node, file);
    if (!declaration) continue;
    removeStatement(declaration, file);
    file.settleWithin(declaration, 'removed', rule, 'went with the call that it was for');
  }
}

/** The declaration of one constant whose value is the node, or what it returns, and which nothing reads any more. */
function declarationHolding(node: Node, file: SourceFile): Node | undefined {
  const { bindings, edits } = file;
  let value = node;
  let parent = bindings.parentOf(value);
  if (isCall(parent) && child(parent, 'callee') === value) [value, parent] = [parent!, bindings.parentOf(parent!)];
  if (parent?.type === 'AwaitExpression') [value, parent] = [parent, bindings.parentOf(parent)];
  const declaration = parent && bindings.parentOf(parent);
  if (parent?.type !== 'VariableDeclarator' || child(parent, 'init') !== value) return undefined;
  if (declaration?.['kind'] !== 'const' || childList(declaration, 'declarations').length !== 1) return undefined;
  if (bindings.placeOf(declaration)?.index === undefined) return undefined;
  const own = bindings.of(child(parent, 'id'));
  const isGone = own !== undefined && own.references.length > 0 && own.references.every((each) => edits.removes(each));
  return isGone ? declaration : undefined;
}
