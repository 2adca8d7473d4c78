import type { SourceFile } from '../source/source-file.js';
import { testsOf } from './guards.js';
import { awaited, CALLEE, inlineUse, putInline } from './inline.js';
import { goingWith } from './rewrite.js';
import { askFor, modeOf } from './server-asked.js';
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
