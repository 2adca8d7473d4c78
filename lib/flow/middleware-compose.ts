import { child, childList, isCall, nameOf, type Node } from '../ast/tree.js';
import { readConfig } from '../authjs/matcher-config.js';
import { EVERY_PATH } from '../clerk/matchers.js';
import { withoutSites } from '../scan/sites.js';
import { STANDALONE, type FileContext } from '../source/context.js';
import { finish } from '../source/finish.js';
import { SourceFile } from '../source/source-file.js';
import { guardLines } from '../clerk/gate.js';
import { findOwnMiddleware } from './middleware-form.js';
import { commentsIn, replaceMatcher, testOf, widened, withRouteMatcher } from './middleware-matcher.js';
import { rewriteOwn } from './middleware-own.js';

/** Middlewares of libraries, by the module whose default export makes one: each takes the request alone. */
const MAKERS: ReadonlySet<string> = new Set(['next-intl/middleware']);

/**
 * A middleware that knows nothing of Auth.js, as one that runs Clerk: its code runs on the paths on which it ran, and
 * Clerk on all, since `auth()` throws where it did not run.
 * @param app what is known of the app around it
 * @returns the file's new text; undefined where its form or its matcher is not read
 */
export function composed(
  path: string,
  text: string,
  app: Pick<FileContext, 'routeMatcher' | 'hasFileLikePages'> = STANDALONE,
): string | undefined {
  const file = new SourceFile(withoutSites(path, text), {
    ...STANDALONE,
    routeKind: 'middleware',
    routeMatcher: app.routeMatcher,
    hasFileLikePages: app.hasFileLikePages,
  });
  const config = readConfig(file.program);
  if (config === null) return undefined;
  const test = testOf(config, file);
  if (!test) return undefined;
  const comments = config && test !== EVERY_PATH ? commentsIn(config, file) : [];
  const own = findOwnMiddleware(file);
  if (own?.form === 'own') {
    if (rewriteOwn(own, test, comments, file)) return undefined;
  } else {
    const made = madeByLibrary(file);
    if (!made) return undefined;
    const { gate, above } = withRouteMatcher({ test, prefixes: [], pages: [], signIn: undefined }, file);
    if (above.length > 0) file.edits.insert(made.statement.start, ...above);
    const { indent, semicolon } = file.style;
    const guard = guardLines(gate, file.style, comments, 'req', 'pathname');
    const name = made.name ?? file.freshName(['handleI18n', 'i18n'], file.bindings.program);
    const lines = [...guard, `return ${name}(req)${semicolon}`].map((line) => `${indent}${line}\n`).join('');
    const body = guard.length === 0 ? `(auth, req) => ${name}(req)` : `(auth, req) => {\n${lines}}`;
    if (made.name === undefined)
      file.edits.replace(
        made.statement,
        `const ${name} = `,
        made.value,
        `${semicolon}\n\nexport default `,
        file.clerk('clerkMiddleware'),
        `(${body})${semicolon}`,
      );
    else file.edits.replace(made.value, file.clerk('clerkMiddleware'), `(${body})`);
  }
  if (config?.property && test !== EVERY_PATH) replaceMatcher(config, widened(test, file), file);
  return finish(file, { todo: false, onlyOne: false }).text ?? undefined;
}

/** `export default createMiddleware(routing)`, or of a constant that holds it and nothing else refers to. */
function madeByLibrary(file: SourceFile): { statement: Node; value: Node; name: string | undefined } | undefined {
  const statement = childList(file.program, 'body').find(({ type }) => type === 'ExportDefaultDeclaration');
  const value = child(statement, 'declaration');
  if (!statement || !value) return undefined;
  const binding = file.bindings.of(value);
  const made = binding?.declaration.type === 'VariableDeclarator' ? child(binding.declaration, 'init') : value;
  const callee = isCall(made) ? file.bindings.of(child(made, 'callee')) : undefined;
  if (callee?.imported?.name !== 'default' || !MAKERS.has(callee.imported.source)) return undefined;
  return { statement, value, name: binding && nameOf(value) };
}
