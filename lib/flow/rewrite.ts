import type { Binding } from '../ast/bindings.js';
import { wholeLines } from '../ast/lines.js';
import { child, childList, contains, type Node } from '../ast/tree.js';
import type { Expression, FieldName } from '../clerk/fields.js';
import type { SourceFile } from '../source/source-file.js';
import { needsParentheses } from './contexts.js';
import { isGuarded } from './guards.js';
import type { Alias, SessionFlow, SessionUse, Status } from './uses.js';

type PresenceUse = SessionUse & { kind: 'presence' };

/** What each use of a session becomes. */
export interface Rendering {
  /** The name that takes the session's place in tests. */
  readonly presence: string;
  comparison(use: PresenceUse): Expression;
  /** @param isGuarded somebody is known to be signed in there */
  field(use: { field: FieldName; optional: boolean; isTested: boolean }, isGuarded: boolean): Expression;
  status(status: Status, negated: boolean): Expression;
  /** What stands in a dependency array in its place. */
  dependency(of: 'session' | 'status' | FieldName): readonly string[];
  /** Constants of this name hold the very value already: their declaration goes. */
  readonly idName: string | undefined;
}

/** Writes a flow's uses anew. Every use has been understood: there is no escape among them. */
export function rewriteUses(flow: SessionFlow, rendering: Rendering, file: SourceFile): void {
  const tests = flow.uses.flatMap((use) =>
    use.kind === 'presence' && !use.compared ? [use.node] : use.kind === 'field' && use.isTested ? [use.node] : [],
  );
  const gone = flow.aliases.filter((alias) => rewriteAlias(alias, rendering, file, tests));
  const uses = flow.uses.filter((use) => !gone.some(({ declaration }) => contains(declaration, use.node)));
  const dropped = dropRepeated(uses, file);
  const dependencies = uses.filter((use) => use.kind === 'dependency');
  for (const use of uses) {
    if (dropped.has(use)) continue;
    if (use.kind === 'presence')
      put(use.node, use.compared ? rendering.comparison(use) : { text: rendering.presence, isOperator: false }, file);
    if (use.kind === 'field') put(use.node, rendering.field(use, isGuarded(use.node, tests, file.bindings)), file);
    if (use.kind === 'status') put(use.node, rendering.status(use.status, use.negated), file);
  }
  rewriteDependencies(dependencies, rendering, file);
}

function put(node: Node, { text, isOperator }: Expression, file: SourceFile): void {
  const isShorthand = isShorthandValue(node, file);
  const written = isOperator && needsParentheses(node, file.bindings) ? `(${text})` : text;
  file.edits.replace(node, isShorthand ? `${file.textOf(node)}: ${written}` : written);
}

function isShorthandValue(node: Node, { bindings }: SourceFile): boolean {
  return bindings.parentOf(node)?.['shorthand'] === true;
}

/** @returns whether the declaration went, or was written anew as a whole */
function rewriteAlias(alias: Alias, rendering: Rendering, file: SourceFile, tests: readonly Node[]): boolean {
  const { declaration, declarator, bindings, optional } = alias;
  const pattern = child(declarator, 'id')!;
  const kept = bindings.filter(
    ({ binding, field }) => field !== 'user' && !(field === 'id' && binding.name === rendering.idName),
  );
  if (kept.length === 0) {
    file.edits.remove(wholeLines(file.text, declaration));
    return true;
  }
  if (pattern.type === 'Identifier') return false; // `const id = session.user.id`: only its value changes
  const lines = kept.map(({ binding, field }) => {
    const { text } = rendering.field(
      { field: field as FieldName, optional, isTested: false },
      isGuarded(declaration, tests, file.bindings),
    );
    return `const ${binding.name} = ${text}${file.style.semicolon}`;
  });
  const indent = /[ \t]*$/.exec(file.text.slice(0, declaration.start))![0];
  file.edits.replace(declaration, lines.join(`\n${indent}`));
  return true;
}

/** `!session || !session.user` asks the same twice now: the second goes. */
function dropRepeated(uses: readonly SessionUse[], file: SourceFile): Set<SessionUse> {
  const dropped = new Set<SessionUse>();
  const seen: { chain: Node; operand: Node; negations: number }[] = [];
  for (const use of uses
    .filter((each): each is PresenceUse => each.kind === 'presence' && !each.compared)
    .toSorted((a, b) => a.node.start - b.node.start)) {
    const found = operandOf(use.node, file);
    if (!found) continue;
    const { operand, negations, chain } = found;
    const parent = file.bindings.parentOf(operand)!;
    const left = child(parent, 'left')!;
    const isRepeated = seen.some(
      (other) => other.chain === chain && other.negations === negations && other.operand !== operand,
    );
    if (isRepeated && child(parent, 'right') === operand && !isParenthesized(left) && !isParenthesized(operand)) {
      file.edits.remove({ start: left.end, end: operand.end });
      dropped.add(use);
    } else seen.push(found);
  }
  return dropped;
}

const isParenthesized = (node: Node): boolean =>
  (node['extra'] as { parenthesized?: boolean } | undefined)?.parenthesized === true;

/** The operand of a chain of one logical operator that is nothing but this test, negated or not. */
function operandOf(
  node: Node,
  { bindings }: SourceFile,
): { chain: Node; operand: Node; negations: number } | undefined {
  let operand = node;
  let negations = 0;
  let parent = bindings.parentOf(operand);
  while (parent?.type === 'UnaryExpression' && parent['operator'] === '!') {
    [operand, parent] = [parent, bindings.parentOf(parent)];
    negations += 1;
  }
  if (parent?.type !== 'LogicalExpression') return undefined;
  let chain = parent;
  for (
    let up = bindings.parentOf(chain);
    up?.type === 'LogicalExpression' && up['operator'] === chain['operator'] && !isParenthesized(chain);
    up = bindings.parentOf(chain)
  )
    chain = up;
  return { chain, operand, negations };
}

/** Dependency arrays name what is read now, each once. */
function rewriteDependencies(
  uses: readonly (SessionUse & { kind: 'dependency' })[],
  rendering: Rendering,
  file: SourceFile,
): void {
  const arrays = new Map<Node, Map<Node, readonly string[]>>();
  for (const use of uses) {
    const array = file.bindings.parentOf(use.node)!;
    arrays.set(
      array,
      (arrays.get(array) ?? new Map<Node, readonly string[]>()).set(use.node, rendering.dependency(use.of)),
    );
  }
  for (const [array, replaced] of arrays) {
    const elements = childList(array, 'elements');
    const written = new Set(
      elements.filter((element) => !replaced.has(element)).map((element) => file.textOf(element)),
    );
    let previous: Node | undefined;
    for (const [index, element] of elements.entries()) {
      const names = replaced.get(element)?.filter((name) => !written.has(name));
      if (names) {
        for (const name of names) written.add(name);
        if (names.length > 0) file.edits.replace(element, names.join(', '));
        else if (previous) {
          file.edits.remove({ start: previous.end, end: element.end });
          previous = element; // the next one to go begins where this one ended
        } else file.edits.remove({ start: element.start, end: elements[index + 1]?.start ?? element.end });
      }
      if (!names || names.length > 0) previous = element;
    }
  }
}

/** The bindings that go with the session's own: aliases of the user, and constants that hold just the id. */
export function goingWith(flow: SessionFlow): { users: Binding[]; ids: Binding[] } {
  const parts = flow.aliases.flatMap(({ bindings, optional }) => bindings.map((part) => ({ ...part, optional })));
  return {
    users: parts.filter(({ field }) => field === 'user').map(({ binding }) => binding),
    ids: parts.filter(({ field, optional }) => field === 'id' && !optional).map(({ binding }) => binding),
  };
}

/** What a rewrite put something else in the place of, or took away. */
export interface Replaced {
  readonly replaced: Node;
  readonly outcome: 'rewritten' | 'removed';
}

/** Whether nothing that stays reads the session. */
export const isUnused = ({ uses, aliases }: SessionFlow): boolean => uses.length === 0 && aliases.length === 0;

/** Takes out a declaration that nothing reads: asking for a session has no other effect. */
export function removeDeclarator(declarator: Node, file: SourceFile): Replaced | { rule: string; message: string } {
  const declaration = file.bindings.parentOf(declarator)!;
  if (childList(declaration, 'declarations').length > 1 || file.bindings.placeOf(declaration)?.index === undefined) {
    return { rule: 'session-unused', message: 'nothing reads this session; remove it' };
  }
  file.edits.remove(wholeLines(file.text, declaration));
  return { replaced: declarator, outcome: 'removed' };
}
