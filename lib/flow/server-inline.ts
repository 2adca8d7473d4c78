import { indentAt } from '../ast/style.js';
import { child, childList, isFunction, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { exits, testsOf, type Test } from './guards.js';
import { awaited, CALLEE, inlineUse, putInline, type InlineUse } from './inline.js';
import { nameFor } from './names.js';
import { goingWith } from './rewrite.js';
import { askedCall, askFor, modeOf, patternOf, type Asked, type Mode } from './server-asked.js';
import { escapes, whyNot } from './server-refusals.js';
import { renderingFor } from './server-rendering.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import type { Replaced } from './statements.js';

/** `(await auth())?.user?.id` → `await getUserId()`: what is asked and read in one expression. */
export function rewriteInlineCall(source: ServerSource, file: SourceFile, mayFetch: boolean): Replaced | NotUnderstood {
  const why = escapes('the session is used where it is asked for; put it into a constant first');
  const session = file.bindings.parentOf(source.call);
  const inline = session?.type === 'AwaitExpression' ? inlineUse(session, source.kind, file) : undefined;
  if (!session || !inline || !/^(?:presence|field)$/.test(inline.use.kind)) return why;
  const { flow, use } = inline;
  const mode = modeOf(flow, file);
  const tests = testsOf(flow.uses, 'null');
  // `hasImage ? imageUrl : null` would ask twice.
  if (use.kind === 'field' && use.field === 'image' && use.asks === 'value-if-any') return why;
  const refusal = whyNot(flow, mode, tests, session, mayFetch, file);
  if (refusal) return refusal;
  const asked = askFor(mode, source, file);
  if ('rule' in asked) return asked;
  const guard = asked.isAwaited && asked.property && tests[0] ? guardAround(tests[0], file) : undefined;
  if (guard) {
    const replaced = putGuard(guard, inline, asked, mode, file);
    if (replaced) return { replaced, outcome: 'rewritten' };
  }
  const call = `${asked.isAwaited ? 'await ' : ''}${CALLEE}(${asked.request})`;
  const whole = asked.isAwaited && (asked.property !== undefined || mode === 'user') ? `(${call})` : call;
  const rendering = renderingFor(mode, asked.property === undefined ? whole : `${whole}.${asked.property}`, file);
  const { ids } = goingWith(flow, tests, file);
  const isNullSafe =
    flow.aliases.length > 0 &&
    flow.aliases.every(({ bindings }) => bindings.every(({ binding }) => ids.includes(binding)));
  const rendered =
    use.kind === 'field'
      ? rendering.field(use, isNullSafe)
      : use.kind === 'presence' && use.compared
        ? rendering.comparison(use)
        : { text: rendering.presence };
  const text =
    mode === 'id'
      ? rendered.text.replace(call, rendered.operator ? `(${call})` : awaited(call, use.node, file))
      : rendered.text;
  const replaced = putInline(inline, { ...rendered, text }, asked.callee, mode === 'presence', file);
  return replaced ? { replaced, outcome: 'rewritten' } : why;
}

/**
 * `if (!(await auth())) redirect("/login")` as the first statement of a function: nobody who is signed out gets further.
 * @returns the statement
 */
function guardAround({ node, isNegated }: Test, { bindings }: SourceFile): Node | undefined {
  let asksAbsence = isNegated;
  for (const outer of bindings.ancestors(node)) {
    if (outer.type === 'UnaryExpression' && outer['operator'] === '!') {
      asksAbsence = !asksAbsence;
      continue;
    }
    const block = bindings.parentOf(outer);
    const isGuard = outer.type === 'IfStatement' && asksAbsence && exits(child(outer, 'consequent'));
    const isFirst = block?.type === 'BlockStatement' && childList(block, 'body')[0] === outer;
    return isGuard && isFirst && isFunction(bindings.parentOf(block)!) ? outer : undefined;
  }
  return undefined;
}

/** The guard with what it tests in a constant in front, as Clerk's lint rule looks for it. */
function putGuard(guard: Node, inline: InlineUse, asked: Asked, mode: Mode, file: SourceFile): Node | undefined {
  const { use } = inline;
  const { text, style, edits, bindings } = file;
  if (use.kind !== 'presence' && use.kind !== 'field') return undefined;
  const name = nameFor([asked.property!], bindings.scopeOf(bindings.parentOf(guard)!), [use.node], [], file);
  const rendering = renderingFor(mode, name, file);
  const rendered =
    use.kind === 'field'
      ? rendering.field(use, true)
      : use.compared
        ? rendering.comparison(use)
        : { text: rendering.presence };
  const replaced = putInline(inline, rendered, undefined, mode === 'presence', file);
  if (!replaced) return undefined;
  const indent = indentAt(text, guard.start);
  const call = askedCall(asked);
  edits.insert(guard.start, `const ${patternOf(name, asked)} = `, ...call, `${style.semicolon}\n${indent}`);
  return replaced;
}
