import { languageOf } from '../ast/language.js';
import { child, type Node } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';
import { isTested } from './contexts.js';
import { isGuarded } from './guards.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import type { Replaced } from './statements.js';

/**
 * `await getToken({ req, raw: true })` → `await getAuth(req).getToken()`: the token as the browser sent it, which is Clerk's now.
 * It is left where null in the place of a string would be a type error.
 */
export function rewriteRawToken({ call, form, request }: ServerSource, file: SourceFile): Replaced | NotUnderstood {
  const awaited = file.bindings.parentOf(call);
  if (awaited?.type !== 'AwaitExpression' || (languageOf(file.path) !== 'js' && !takesNull(awaited, file)))
    return {
      rule: 'get-token',
      message:
        'the raw token is Clerk’s now: take it from getToken() of auth(), which gives null where nobody is signed in',
    };
  const asked = form === 'app' ? ['(await ', file.clerk('auth'), '())'] : [file.clerk('getAuth'), `(${request ?? ''})`];
  file.edits.replace(call, ...asked, '.getToken()');
  file.context.note({
    rule: 'get-token',
    title: 'The raw token is Clerk’s',
    detail: `${file.context.displayPath} reads the token as it was sent. Whoever is given it has to verify it by the keys of the Clerk instance, and finds Clerk’s claims in it; it lives for a minute.`,
  });
  return { replaced: call, outcome: 'rewritten' };
}

/** Whether the value is only asked for, put into a text, or read where it is known to be there. */
function takesNull(value: Node, { bindings }: SourceFile): boolean {
  const declarator = bindings.parentOf(value);
  const isConstant =
    declarator?.type === 'VariableDeclarator' &&
    bindings.parentOf(declarator)?.['kind'] === 'const' &&
    child(declarator, 'init') === value;
  const binding = isConstant ? bindings.of(child(declarator, 'id')) : undefined;
  if (!binding || child(child(declarator, 'id'), 'typeAnnotation')) return false;
  const tests = binding.references
    .filter((node) => isTested(node, bindings) !== 'no')
    .map((node) => ({ node, isNegated: false }));
  return binding.references.every(
    (node) =>
      tests.some((test) => test.node === node) ||
      bindings.parentOf(node)?.type === 'TemplateLiteral' ||
      isGuarded(node, tests, bindings),
  );
}
