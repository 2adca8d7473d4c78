import { child, childList, childrenOf, contains, isCall, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile, Use } from '../source/source-file.js';
import { isYielded } from './bridge.js';
import { removeStatement } from './statements.js';

export const UPDATE = 'session-update';

/**
 * `await unstable_update({ user: … })`, in whose data nothing lasts: the app's callbacks make the session anew at each
 * call, from the rows that the code has changed before. The statement goes.
 * @returns why it stays, if it does
 */
export function removeUpdate(use: Use, file: SourceFile): string | undefined {
  const { bindings } = file;
  const call = bindings.parentOf(use.node);
  if (!isCall(call) || child(call, 'callee') !== use.node) return 'the function that updates the session is handed on';
  const outer = bindings.parentOf(call!);
  const statement = outer?.type === 'AwaitExpression' ? bindings.parentOf(outer) : outer;
  if (statement?.type !== 'ExpressionStatement' || bindings.placeOf(statement)?.index === undefined)
    return 'what the update gives back is used; Clerk’s user is changed by other calls';
  const [data] = childList(call, 'arguments');
  if (!isYielded(file) || !isFleeting(data, file))
    return 'callbacks.jwt takes this data into the token: change the row or the public metadata that it comes from now';
  if (data && hasEffect(data)) return 'the data of the update is made by a call; see whether that has to go on';
  dropUnread(data, file);
  removeStatement(statement, file);
  file.settle(use, 'removed', UPDATE, 'each read makes the session anew');
  file.settleWithin(statement, 'removed', UPDATE, 'went with the call');
  return undefined;
}

/** Whether nothing of the data outlasts the call. */
function isFleeting(data: Node | undefined, { context: { updates } }: SourceFile): boolean {
  if (!data) return true;
  if (updates === 'all' || data.type !== 'ObjectExpression') return updates.length === 0;
  return childList(data, 'properties').every((property) => {
    const isNamed = !property.type.startsWith('Spread') && property['computed'] !== true;
    return isNamed && !updates.includes(nameOf(child(property, 'key')) ?? '');
  });
}

const hasEffect = (node: Node): boolean =>
  /^(?:(?:Optional)?Call|New|Await|Yield|Assignment|Update|Import|TaggedTemplate)Expression$/.test(node.type) ||
  [...childrenOf(node)].some(({ child: inner }) => hasEffect(inner));

/** `const row = await db.user.update(…)`, of which nothing but the data was read, is only its call now. */
function dropUnread(data: Node | undefined, file: SourceFile): void {
  if (!data) return;
  for (const { declaration: declarator, references, identifiers } of file.bindings.all) {
    if (references.length === 0 || !references.every((node) => contains(data, node))) continue;
    const declaration = file.bindings.parentOf(declarator);
    const init = child(declarator, 'init');
    const isAlone =
      declaration?.type === 'VariableDeclaration' &&
      childList(declaration, 'declarations').length === 1 &&
      child(declarator, 'id') === identifiers[0] &&
      file.bindings.placeOf(declaration)?.index !== undefined;
    if (!isAlone || !init || file.bindings.parentOf(declaration!)?.type === 'ExportNamedDeclaration') continue;
    if (!hasEffect(init)) removeStatement(declaration!, file);
    else if (/^[A-Za-z_$]/.test(file.text.slice(init.start)))
      file.edits.remove({ start: declaration!.start, end: init.start });
  }
}
