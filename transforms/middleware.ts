import { indentAt } from '../lib/ast/style.js';
import { child, childList, isCall, type Node } from '../lib/ast/tree.js';
import {
  AUTHORIZED_IN_CONFIG,
  exportOf,
  HANDLER,
  isWithAuth,
  MATCHER,
  passedOn,
  readConfig,
  readWithAuth,
  UNGATED_PREFIXES,
  type MatcherConfig,
  type Refusal,
  type WithAuth,
} from '../lib/authjs/middleware.js';
import { isNextAuth } from '../lib/authjs/modules.js';
import { isInstance } from '../lib/authjs/session-calls.js';
import { gateText, matcherText } from '../lib/clerk/gate.js';
import { EVERY_PATH, pathTest, WHOLE_MATCHER, WIDE_MATCHER, type PathTest } from '../lib/clerk/matchers.js';
import { prepareHandler } from '../lib/flow/middleware-handler.js';
import { STANDALONE } from '../lib/source/context.js';
import type { Entry, SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** v4's `withAuth` and v5's `auth`, exported as the middleware → `clerkMiddleware()`, with the old matcher as a test inside. */
export const transform: Transform = {
  name: 'middleware',
  description: 'withAuth() and an exported auth become clerkMiddleware()',
  rules: [
    'middleware',
    'middleware-authorized',
    'middleware-handler',
    'middleware-matcher',
    'middleware-options',
    'middleware-role',
  ],
  apply(file: SourceFile): void {
    if (!isMiddleware(file)) return;
    const isOld = (origin: { module: string; name: string }) => isWithAuth(origin) || isInstance('auth')(origin);
    const entries: Entry[] = [...file.modules((site) => site.form === 'export-from'), ...file.uses(isOld)];
    for (const entry of entries) {
      if (entry.settlement) continue;
      const refusal = entries.length > 1 ? HANDLER : rewrite(entry, file);
      if (refusal) file.settle(entry, 'manual', refusal.rule, refusal.message);
    }
    const isLeft = (origin: { module: string; name: string }) =>
      isNextAuth(origin) || (origin.name === 'getToken' && origin.module.endsWith('/jwt'));
    for (const use of file.uses(isLeft)) file.settle(use, 'manual', HANDLER.rule, HANDLER.message);
  },
};

export default standalone(transform);

/** Alone under jscodeshift, nothing but its name tells what a file is. */
function isMiddleware({ context, path }: SourceFile): boolean {
  if (context === STANDALONE) return /(^|\/)(middleware|proxy)\.[cm]?[jt]sx?$/.test(path);
  return context.routeKind === 'middleware';
}

/** @returns why the site is left as it is */
function rewrite(entry: Entry, file: SourceFile): Refusal | undefined {
  const { node, site } = entry;
  const parent = file.bindings.parentOf(node);
  const call = isCall(parent) && child(parent, 'callee') === node ? parent : undefined;
  const passed = site.kind === 'module' ? passedOn(node) : undefined;
  const statement = site.kind === 'module' ? passed && node : exportOf(call ?? node, file.bindings);
  const origin =
    site.kind === 'use'
      ? site.origin
      : site.kind === 'module' && passed && site.target === undefined
        ? { module: site.source, name: passed.imported }
        : file.scanned.passes.get(passed?.exported ?? '');
  if (!statement || !origin) return HANDLER;
  const config = readConfig(file.program);
  if (config === null) return MATCHER;
  if (isWithAuth(origin)) return rewriteWithAuth(entry, statement, call, config, file);
  if (call || !isInstance('auth')(origin)) return HANDLER;
  if (file.context.authorizedCallback !== false) return AUTHORIZED_IN_CONFIG;
  file.edits.replace(statement, 'export default ', file.clerk('clerkMiddleware'), `()${file.style.semicolon}`);
  if (config?.property) replaceMatcher(config, WIDE_MATCHER, file);
  file.settle(entry, 'rewritten', 'middleware', 'Clerk’s runs in its place; like the old one, it lets everybody pass');
  return undefined;
}

function rewriteWithAuth(
  entry: Entry,
  statement: Node,
  call: Node | undefined,
  config: MatcherConfig | undefined,
  file: SourceFile,
): Refusal | undefined {
  const plain: WithAuth = { handler: undefined, signIn: undefined, error: undefined };
  const options = call ? readWithAuth(childList(call, 'arguments'), file.bindings) : plain;
  if ('rule' in options) return options;
  const test = config?.property ? config.strings && pathTest(config.strings) : EVERY_PATH;
  if (!test) return MATCHER;
  const handler = prepareHandler(options.handler, file);
  if ('rule' in handler) return handler;
  const comments = config ? commentsIn(config, file) : [];
  const text = gateText(gateOf(test, options, file), file.style, comments, handler.call);
  const { semicolon } = file.style;
  file.edits.replace(statement, ...handler.above, 'export default ', file.clerk('clerkMiddleware'), text + semicolon);
  if (config?.property) replaceMatcher(config, test.isWithinWide ? WIDE_MATCHER : WHOLE_MATCHER, file);
  else if (!config)
    file.edits.insert(
      statement.end,
      `\n\nexport const config = {\n${file.style.indent}matcher: ${matcherText(WHOLE_MATCHER, file.style, file.style.indent)},\n}${semicolon}`,
    );
  file.settle(entry, 'rewritten', 'middleware', 'Clerk’s asks for a signed-in user on the same paths');
  file.settleWithin(statement, 'removed', 'middleware', 'went with the middleware of Auth.js');
  return undefined;
}

/** What v4 let pass, as far as the old matcher reached it at all. */
function gateOf(test: PathTest, { signIn, error }: WithAuth, { context }: SourceFile) {
  const page = signIn ?? context.signInPage;
  const isPath = (path: string | undefined): path is string => /^\/[^?#]*$/.test(path ?? '');
  const isUngated = (path: string) => UNGATED_PREFIXES.some((prefix) => path.startsWith(prefix));
  return {
    test,
    prefixes: UNGATED_PREFIXES.filter((prefix) => test.reaches(prefix)),
    pages: [...new Set([page, error])].filter(isPath).filter((path) => test.reaches(path) && !isUngated(path)),
    passesSignIn: page === undefined && ['/sign-in', '/sign-up'].some((path) => test.reaches(path)),
  };
}

function replaceMatcher({ object, property }: MatcherConfig, matchers: readonly string[], file: SourceFile): void {
  const { text, style, edits } = file;
  file.settleWithin(property!, 'removed', 'middleware', 'went with the old matcher');
  const indent = indentAt(text, property!.start);
  if (matchers === WHOLE_MATCHER || file.textOf(object).includes('\n')) {
    edits.replace(child(property, 'value')!, matcherText(matchers, style, indent));
    return;
  }
  // Clerk's matcher takes several lines, and so does what is around it.
  const inner = indent + style.indent;
  const lines = childList(object, 'properties').flatMap((each) =>
    each === property ? [`${inner}matcher: ${matcherText(matchers, style, inner)},\n`] : [inner, each, ',\n'],
  );
  edits.replace(object, '{\n', ...lines, `${indent}}`);
}

/** The comments between the old matchers: they speak of paths that the new middleware tests, so they move there. */
function commentsIn({ property, elements }: MatcherConfig, { text }: SourceFile): string[] {
  let gaps = text.slice(child(property, 'value')?.start ?? 0, child(property, 'value')?.end ?? 0);
  for (const element of elements) gaps = gaps.replace(text.slice(element.start, element.end), () => '');
  const comments = gaps.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g) ?? [];
  return comments.flatMap((comment) => comment.split(/\r?\n/).map((line) => line.trim().replace(/^\*/, ' *')));
}
