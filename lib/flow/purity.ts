import { child, childList, childrenOf, isCall, isFunction, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** Hooks that do nothing but give something, by the modules that export them: a component without their result may go without their call. */
const GIVING_HOOKS: readonly { module: RegExp; name: RegExp }[] = [
  {
    module: /^react(?:-dom)?$/,
    name: /^use(?:State|Reducer|Ref|Memo|Callback|Context|Id|Transition|DeferredValue|Optimistic|ActionState|FormState|FormStatus)$/,
  },
  { module: /^next\/|navigation$|routing$/, name: /^use(?:Router|Pathname|SearchParams|Params)$/ },
  // Forms, requests, texts, messages: of a library, or of the app's own around one.
  {
    module: /./,
    name: /^use(?:Form|FormContext|Watch|Formik|FormikContext|Mutation|Action|Translations?|I18n|ScopedI18n|Locale|Lingui|Intl|Toasts?|Snackbar|Theme|PostHog)$/,
  },
];

/** Libraries whose calls build a value: schemas and what goes with them. */
const BUILDERS =
  /^(?:zod(?:\/.*)?|yup|valibot|joi|superstruct|@hookform\/resolvers.*|@conform-to\/zod|class-variance-authority)$/;

const PURE_GLOBALS =
  /^(?:Object|Array|String|Number|Boolean|Math|JSON|Symbol|parseInt|parseFloat|encodeURIComponent|decodeURIComponent|isNaN)$/;
const PURE_CLASSES = /^(?:Map|Set|WeakMap|WeakSet|Date|RegExp|URL|URLSearchParams|Error)$/;

const PLAIN =
  /^(?:StringLiteral|NumericLiteral|BooleanLiteral|NullLiteral|BigIntLiteral|RegExpLiteral|TemplateLiteral|TemplateElement|Identifier|ThisExpression|MemberExpression|OptionalMemberExpression|ObjectExpression|ObjectProperty|ArrayExpression|SpreadElement|BinaryExpression|LogicalExpression|ConditionalExpression|SequenceExpression|ParenthesizedExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|JSX\w+)$/;

/**
 * Whether working an expression out does nothing besides, so that it may go with the name that holds it.
 * @param isRender it stands in a component, where React asks of every call that it only gives a value
 */
export function isPure(node: Node, isRender: boolean, file: SourceFile): boolean {
  if (isFunction(node) || isType(node)) return true;
  if (isCall(node)) return isPureCall(node, isRender, file);
  if (node.type === 'NewExpression')
    return PURE_CLASSES.test(nameOf(child(node, 'callee')) ?? '') && childList(node, 'arguments').every(isPureToo);
  if (node.type === 'UnaryExpression') return node['operator'] !== 'delete' && inner();
  return PLAIN.test(node.type) && inner();

  function isPureToo(each: Node): boolean {
    return isPure(each, isRender, file);
  }
  function inner(): boolean {
    return [...childrenOf(node)].every((each) => isPureToo(each.child));
  }
}

/** A type, and no expression with one. */
const isType = ({ type }: Node): boolean => type.startsWith('TS') && !/Expression$|^TSTypeAssertion$/.test(type);

function isPureCall(call: Node, isRender: boolean, file: SourceFile): boolean {
  const callee = child(call, 'callee')!;
  const name = nameOf(isMember(callee) ? child(callee, 'property') : callee) ?? '';
  const root = rootOf(callee);
  const imported = file.bindings.of(root)?.imported;
  const isAsked = (each: Node) => isFunction(each) || isPure(each, isRender, file);
  if (/^use[A-Z0-9]/.test(name)) {
    const isGiving = GIVING_HOOKS.some((hook) => hook.name.test(name) && hook.module.test(imported?.source ?? ' '));
    return isGiving && childList(call, 'arguments').every(isAsked);
  }
  const isBuilder = imported !== undefined && BUILDERS.test(imported.source);
  const isGlobal = root?.type === 'Identifier' && !file.bindings.of(root) && PURE_GLOBALS.test(nameOf(root)!);
  if (!isRender && !isBuilder && !isGlobal) return false;
  return (
    (!isMember(callee) || isPure(child(callee, 'object')!, isRender, file)) &&
    childList(call, 'arguments').every(isAsked)
  );
}

/** The `a` of `a.b().c`. */
function rootOf(node: Node): Node | undefined {
  if (isMember(node)) return rootOf(child(node, 'object')!);
  return isCall(node) ? rootOf(child(node, 'callee')!) : node;
}
