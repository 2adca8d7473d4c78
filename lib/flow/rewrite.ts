import type { Binding } from '../ast/bindings.js';
import { child, contains, isCall, nameOf, type Node } from '../ast/tree.js';
import type { Expression, FieldName } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import type { Alias } from './aliases.js';
import { repeatedTests, valueChainOf } from './chains.js';
import { comparisonOf } from './comparisons.js';
import { asksForValue, isTested, needsParentheses } from './contexts.js';
import { rewriteDependencies } from './dependencies.js';
import { isGuarded, type Test } from './guards.js';
import { removeStatement, replaceDeclaration } from './statements.js';
import type { FieldUse, SessionFlow, SessionUse } from './uses.js';

/** What each use of a session becomes. */
export interface Rendering {
  /** The name that takes the session's place in tests. */
  readonly presence: string;
  /** It is a boolean: `!!` and `Boolean()` around it go. */
  readonly isBoolean: boolean;
  comparison(use: SessionUse & { kind: 'presence' }): Expression;
  /** @param isGuarded somebody is known to be signed in there */
  field(use: Omit<FieldUse, 'kind' | 'node' | 'whole' | 'throws'>, isGuarded: boolean): Expression;
  status(use: SessionUse & { kind: 'status' }): Expression;
  /** What stands in a dependency array in its place. */
  dependency(use: SessionUse & { kind: 'dependency' }): readonly string[];
  /** Constants of this name hold the very value already: their declaration goes. */
  readonly idName: string | undefined;
}

/** Why a use cannot be written anew although it is understood; undefined where all can. */
export function unwritable({ uses }: SessionFlow, file: SourceFile): string | undefined {
  const repeated = repeatedTests(uses, file);
  const stuck = uses.some(
    (use) => use.kind === 'presence' && use.valueIfNone && !repeated.has(use) && !valueChainOf(use, repeated, file),
  );
  return stuck ? 'what comes out of an && is handed on' : undefined;
}

/** Writes a flow's uses anew. Every use has been understood: there is no escape among them. */
export function rewriteUses(flow: SessionFlow, rendering: Rendering, tests: readonly Test[], file: SourceFile): void {
  const gone = flow.aliases.filter((alias) => rewriteAlias(alias, rendering, tests, file));
  const uses = flow.uses.filter((use) => !gone.some(({ declaration }) => contains(declaration, use.node)));
  const repeated = repeatedTests(uses, file);
  for (const use of uses) {
    const dropped = repeated.get(use);
    if (dropped) file.edits.remove(dropped);
    else if (use.kind === 'presence' && use.compared) put(use.node, rendering.comparison(use), file);
    else if (use.kind === 'presence') {
      const node = rendering.isBoolean ? asBoolean(use.node, file) : use.node;
      put(node, { text: rendering.presence }, file);
      const chain = use.valueIfNone && valueChainOf(use, repeated, file);
      if (chain) writeConditional(chain.chain, chain.operator, '?', ` : ${use.valueIfNone}`, file);
    } else if (use.kind === 'field') writeField(use, rendering, tests, file);
    else if (use.kind === 'absent') putNull(use.node, file);
    else if (use.kind === 'status') put(use.node, rendering.status(use), file);
  }
  rewriteDependencies(uses, (use) => rendering.dependency(use), file);
}

/** The `!!` or `Boolean()` around a test. */
export function asBoolean(node: Node, { bindings }: SourceFile): Node {
  const parent = bindings.parentOf(node);
  const outer = parent && bindings.parentOf(parent);
  if (isCall(parent) && isTested(node, bindings) === 'truth') return parent!;
  return parent?.['operator'] === '!' && outer?.['operator'] === '!' ? outer : node;
}

function put(node: Node, { text, operator }: Expression, file: SourceFile): void {
  const property = file.bindings.parentOf(node)!;
  if (isNamedAlike(property, node, text, file)) file.edits.replace(property, text);
  else file.edits.replace(node, needsParentheses(node, operator, file.bindings) ? `(${text})` : text);
}

/** `{ session }` becomes `{ session: null }`. */
function putNull(node: Node, file: SourceFile): void {
  const property = file.bindings.parentOf(node);
  if (property?.type === 'ObjectProperty' && property['shorthand'] === true)
    file.edits.replace(property, `${file.textOf(node)}: null`);
  else file.edits.replace(node, 'null');
}

/** `userId: session.user.id` becomes `userId`, and not `userId: userId`. */
function isNamedAlike(property: Node, node: Node, name: string, { bindings, text }: SourceFile): boolean {
  const key = child(property, 'key');
  if (property.type !== 'ObjectProperty' || property['computed'] || key?.type !== 'Identifier') return false;
  return (
    nameOf(key) === name &&
    child(property, 'value') === node &&
    bindings.parentOf(property)?.type === 'ObjectExpression' &&
    /^\s*:\s*$/.test(text.slice(key.end, node.start)) &&
    property.end === node.end
  );
}

function writeField(use: FieldUse, rendering: Rendering, tests: readonly Test[], file: SourceFile): void {
  const isKnown = isGuarded(use.node, tests, file.bindings);
  const isWhole = use.whole !== use.node && (isKnown || !use.optional);
  const expression = rendering.field({ ...use, isGranted: use.isGranted || isWhole }, isKnown);
  if (isWhole) put(use.whole, expression, file);
  else putField(use, expression, file);
}

/** `user.image ?? fallback` → `user.hasImage ? user.imageUrl : fallback`; other fields stand alone. */
function putField({ node, field, asks }: FieldUse, expression: Expression, file: SourceFile): void {
  const parent = file.bindings.parentOf(node)!;
  const isFallback =
    parent.type === 'LogicalExpression' && parent['operator'] !== '&&' && child(parent, 'left') === node;
  const gap = isFallback ? file.text.slice(node.end, child(parent, 'right')!.start) : '';
  const operator = /^\s*(\?\?|\|\|)\s*\(?\s*$/.exec(gap)?.[1];
  if (field !== 'image' || asks !== 'value-if-any' || operator === undefined) return put(node, expression, file);
  file.edits.replace(node, expression.text.replace(/ : null$/, ''));
  const start = node.end + gap.indexOf(operator);
  writeConditional(parent, { start, end: start + operator.length }, ':', '', file);
}

/** Makes a conditional of a logical expression: its operator becomes `?` or `:`, and `end` is written behind it. */
function writeConditional(
  logical: Node,
  operator: { start: number; end: number },
  sign: string,
  end: string,
  file: SourceFile,
): void {
  const isNested = needsParentheses(logical, '?:', file.bindings);
  file.edits.replace(operator, sign);
  if (isNested) file.edits.insert(logical.start, '(');
  if (end || isNested) file.edits.insert(logical.end, `${end}${isNested ? ')' : ''}`);
}

/** @returns whether the declaration went, or was written anew as a whole */
function rewriteAlias(alias: Alias, rendering: Rendering, tests: readonly Test[], file: SourceFile): boolean {
  const { declaration, declarator, bindings } = alias;
  const kept = bindings.filter(
    ({ binding, field }) => field !== 'user' && !(field === 'id' && binding.name === rendering.idName),
  );
  if (kept.length === 0) {
    removeStatement(declaration, file);
    return true;
  }
  if (child(declarator, 'id')!.type === 'Identifier') return false; // `const id = session.user.id`: only its value changes
  const isKnown = isGuarded(declaration, tests, file.bindings);
  const declarators = kept.map(({ binding, field }) => {
    const asks = field === 'image' && binding.references.some((node) => asksForValue(node, file.bindings));
    const reading = {
      ...alias,
      field: field as FieldName,
      asks: asks ? ('value-if-any' as const) : ('value' as const),
    };
    return `${binding.name} = ${rendering.field({ ...reading, isGranted: false }, isKnown).text}`;
  });
  replaceDeclaration(declaration, declarator, declarators, file);
  return true;
}

/** The bindings that go with the session's own: aliases of the user, and constants that hold just the id. */
export function goingWith(
  { aliases }: SessionFlow,
  tests: readonly Test[],
  file: SourceFile,
): { users: Binding[]; ids: Binding[] } {
  const parts = aliases.flatMap((alias) => alias.bindings.map((part) => ({ ...part, alias })));
  return {
    users: parts.filter(({ field }) => field === 'user').map(({ binding }) => binding),
    ids: parts
      .filter(({ field, alias, binding }) => field === 'id' && (!alias.optional || isNullSafe(binding, tests, file)))
      .map(({ binding }) => binding),
  };
}

/** Whether it makes no difference to any reference that null stands where undefined stood. */
function isNullSafe({ references }: Binding, tests: readonly Test[], { bindings }: SourceFile): boolean {
  const own = references
    .filter((node) => isTested(node, bindings) !== 'no')
    .map((node) => ({ node, isNegated: false }));
  return references.every((node) => {
    const tested = isTested(node, bindings);
    if (tested !== 'no') return tested === 'truth';
    const parent = bindings.parentOf(node);
    const hasFallback = parent?.type === 'LogicalExpression' && child(parent, 'left') === node;
    return (
      hasFallback || comparisonOf(node, bindings)?.to === 'nullish' || isGuarded(node, [...tests, ...own], bindings)
    );
  });
}

/** Whether nothing that stays reads the session. */
export const isUnused = ({ uses, aliases }: SessionFlow): boolean => uses.length === 0 && aliases.length === 0;
