import type { Piece } from '../ast/edits.js';
import { child, type Node, type Span } from '../ast/tree.js';
import type { Expression } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { isParenthesized, isTested, needsParentheses } from './contexts.js';
import { asBoolean } from './rewrite.js';
import { followReference, NOTHING, type SessionFlow, type SessionUse } from './uses.js';
import type { Kind } from './kinds.js';

/** Stands in an expression's text for the name of Clerk's function, which the imports give. */
export const CALLEE = '\0';

/** What is read of a session right where it is asked for. */
export interface InlineUse {
  readonly use: SessionUse;
  readonly flow: SessionFlow;
}

/**
 * The one thing that is done with a session which no constant holds: `(await auth())?.user?.id`, `useSession().status`.
 * A constant that takes a field is fine, only its value changes; a constant that takes the user is none of these.
 */
export function inlineUse(expression: Node, kind: Kind, file: SourceFile): InlineUse | undefined {
  const flow: SessionFlow = { uses: [], aliases: [] };
  followReference(expression, kind, NOTHING, file, flow);
  const [use, ...others] = flow.uses;
  const isPlain = flow.aliases.every(
    ({ declarator, bindings }) =>
      child(declarator, 'id')?.type === 'Identifier' && bindings.every(({ field }) => field !== 'user'),
  );
  if (!use || others.length > 0 || !isPlain || (use.kind === 'presence' && use.valueIfNone)) return undefined;
  return { use, flow };
}

/**
 * Writes a use anew as one expression that asks Clerk; undefined where it would have to ask twice.
 * @param callee undefined where a statement in front has asked
 */
export function putInline(
  { use }: InlineUse,
  { text, operator }: Expression,
  callee: (() => Piece) | undefined,
  isBoolean: boolean,
  file: SourceFile,
): Node | undefined {
  const parts = text.split(CALLEE);
  if (parts.length !== (callee ? 2 : 1)) return undefined;
  let node = use.node;
  if (use.kind === 'field' && !use.optional) node = use.whole;
  if (isBoolean && use.kind === 'presence' && !use.compared) node = asBoolean(node, file);
  const [before, after = ''] = parts as [string, string?];
  const isNested = needsParentheses(node, operator, file.bindings);
  const span = operator === undefined ? withParentheses(node, file.text) : node;
  file.edits.replace(span, `${isNested ? '(' : ''}${before}`, callee?.() ?? '', `${after}${isNested ? ')' : ''}`);
  return node;
}

/** `(await auth())` with its parentheses: what takes its place needs none. */
function withParentheses(node: Node, text: string): Span {
  const start = (node['extra'] as { parenStart?: number } | undefined)?.parenStart;
  const end = /^\s*\)/.exec(text.slice(node.end))?.[0].length;
  return isParenthesized(node) && start !== undefined && end !== undefined ? { start, end: node.end + end } : node;
}

/** `await f()` stands bare where it is all of a value, and in parentheses beside operators. */
export function awaited(text: string, node: Node, { bindings }: SourceFile): string {
  const parent = bindings.parentOf(node);
  const isBare =
    isParenthesized(node) ||
    !parent ||
    /^(?:VariableDeclarator|ReturnStatement|ObjectProperty|ArrowFunctionExpression|CallExpression|NewExpression|ArrayExpression|TemplateLiteral|JSXExpressionContainer|AssignmentExpression|AssignmentPattern)$/.test(
      parent.type,
    );
  return isBare && isTested(node, bindings) === 'no' ? text : `(${text})`;
}
