import { child, childrenOf, isMember, nameOf, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

const STEADY =
  /^(?:StringLiteral|TemplateLiteral|TemplateElement|NumericLiteral|NullLiteral|BinaryExpression|LogicalExpression|ConditionalExpression|Identifier|MemberExpression|OptionalMemberExpression|TSNonNullExpression|TSAsExpression|TSStringKeyword)$/;
const PURE_GLOBALS = new Set(['undefined', 'process', 'encodeURIComponent', 'String']);

/** Whether an address may be worked out when the page renders, on the server too, and not only when somebody clicks. */
export function isSteady(node: Node, file: SourceFile): boolean {
  if (node.type === 'CallExpression') {
    if (!PURE_GLOBALS.has(nameOf(child(node, 'callee')) ?? '')) return false;
  } else if (!STEADY.test(node.type)) return false;
  if (isMember(node) && nameOf(child(node, 'property')) === 'current') return false;
  const isGlobal = [...file.bindings.free.values()].some((nodes) => nodes.includes(node));
  if (isGlobal && !PURE_GLOBALS.has(nameOf(node)!)) return false;
  return [...childrenOf(node)].every(({ child }) => isSteady(child, file));
}
