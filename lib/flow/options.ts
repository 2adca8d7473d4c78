import { OWN } from '../authjs/modules.js';
import { quoted } from '../ast/style.js';
import { child, childList, contains, isCall, isMember, nameOf, type Node } from '../ast/tree.js';
import { authModule } from '../source/auth-module.js';
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
  if (file.scanned.configs.length > 0) removeOptionsMadeHere(file);
}

/** The same where a function of the file itself makes the options. */
function removeOptionsMadeHere(file: SourceFile): void {
  const { bindings } = file;
  const { owned } = authModule(file);
  for (const { scope, declaration, references } of bindings.all) {
    if (scope === bindings.program || references.length === 0 || declaration.type !== 'VariableDeclarator') continue;
    const init = child(declaration, 'init');
    const call = init?.type === 'AwaitExpression' ? child(init, 'argument') : init;
    const maker = isCall(call) ? bindings.of(child(call, 'callee')) : undefined;
    if (!maker || maker.scope !== bindings.program || !owned.some((each) => contains(each, maker.declaration)))
      continue;
    const held = declarationHolding(child(call, 'callee')!, file);
    if (held && !file.edits.touches(held)) removeStatement(held, file);
  }
}

/**
 * Writes the app's own sign-in page out where code reads it off the options: `authOptions.pages?.signIn || '/login'`.
 * Nothing else of the options has a value that can be told here.
 */
export function writeSignInPage(rule: string, file: SourceFile): void {
  const page = file.context.signInPage;
  if (page === undefined) return;
  for (const use of file.uses(({ module }) => module === OWN.options)) {
    const chain = memberOf(memberOf(use.node, 'pages', file), 'signIn', file);
    if (!chain) continue;
    const parent = file.bindings.parentOf(chain);
    const isFallback =
      parent?.type === 'LogicalExpression' && parent['operator'] !== '&&' && child(parent, 'left') === chain;
    file.edits.replace(isFallback ? parent : chain, quoted(page, file.style));
    file.settle(use, 'rewritten', rule, 'the sign-in page is written out');
  }
}

/** `x.name` and `x?.name` around x, and `x!` with it. */
function memberOf(node: Node | undefined, name: string, { bindings }: SourceFile): Node | undefined {
  let parent = node && bindings.parentOf(node);
  let object = node;
  if (parent?.type === 'TSNonNullExpression') [object, parent] = [parent, bindings.parentOf(parent)];
  const isIt = isMember(parent) && child(parent, 'object') === object && !parent!['computed'];
  return isIt && nameOf(child(parent, 'property')) === name ? parent : undefined;
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
