import { contains, type Node } from '../ast/tree.js';
import { AUTHORIZED_IN_CONFIG, MATCHER, ROLE, type Refusal, type WithAuth } from '../authjs/middleware.js';
import { isNextAuth } from '../authjs/modules.js';
import type { MatcherConfig } from '../authjs/matcher-config.js';
import { guardLines, matcherText, type Gate } from '../clerk/gate.js';
import { SIGN_IN_PATHS } from '../clerk/generated/sign-in-page.js';
import { WHOLE_MATCHER } from '../clerk/matchers.js';
import type { SourceFile } from '../source/source-file.js';
import { authorizedLines, readAuthorized, type Authorized } from './middleware-authorized.js';
import { renamed } from './middleware-answer.js';
import {
  commentsIn,
  gateOf,
  openGate,
  replaceMatcher,
  signInPaths,
  testOf,
  widened,
  withRouteMatcher,
} from './middleware-matcher.js';

/**
 * Rewrites a middleware that is an `authorized` callback and no more: v4's, in the options of `withAuth()`.
 * @param statement what exports it
 * @returns why it stays as it is; nothing was edited then
 */
export function rewriteCallback(
  statement: Node,
  options: WithAuth & { readonly authorized: Node },
  config: MatcherConfig | undefined,
  file: SourceFile,
): Refusal | undefined {
  const authorized = readAuthorized(options.authorized, file.scanned, 'v4', file);
  if ('rule' in authorized) return authorized;
  const test = testOf(config, file);
  if (!test) return MATCHER;
  return write(statement, authorized, gateOf(test, options, file), '', config, file);
}

/** Rewrites v5's middleware without a function of the app's own, by the callback of its config, which may be in another file. */
export function rewriteInstance(
  statement: Node,
  config: MatcherConfig | undefined,
  file: SourceFile,
): Refusal | undefined {
  const { authorizedAt, signInPage, hostsSignIn = SIGN_IN_PATHS } = file.context;
  if (!authorizedAt) return AUTHORIZED_IN_CONFIG;
  const authorized = readAuthorized(authorizedAt.part, authorizedAt.file, 'v5', file);
  if ('rule' in authorized) return authorized;
  const test = testOf(config, file);
  if (!test) return MATCHER;
  const path = `${authorized.request ?? 'req'}.nextUrl.pathname`;
  const isOwn = signInPage !== undefined && /^\/[^?#]*$/.test(signInPage);
  const page = isOwn ? `${path} !== '${signInPage}'` : `!/${hostsSignIn}/.test(${path})`;
  const reaches = isOwn ? test.reaches(signInPage) : signInPaths(test, hostsSignIn) !== undefined;
  const gate = { ...openGate(test, file), signIn: undefined }; // the condition itself lets them through
  return write(statement, authorized, gate, reaches ? ` && ${page}` : '', config, file);
}

function write(
  statement: Node,
  authorized: Authorized,
  gate: Gate,
  exempt: string,
  config: MatcherConfig | undefined,
  file: SourceFile,
): Refusal | undefined {
  if (authorized.claims.some((name) => file.context.helperModule(`claim ${name}`) === undefined)) return ROLE;
  const { style } = file;
  const helped = withRouteMatcher(gate, file);
  const request = authorized.request ?? 'req';
  const path = ['pathname', 'requestPath', 'requestedPath'].find((name) => !authorized.isTaken(name)) ?? 'thePath';
  const asked = [...[...authorized.names].map(([part, name]) => renamed(part, name)), 'redirectToSignIn'];
  const lines = [
    ...guardLines(helped.gate, style, config ? commentsIn(config, file) : [], request, path),
    `const { ${asked.join(', ')} } = await auth()${style.semicolon}`,
    ...authorizedLines(authorized, request, exempt, !gate.test.takes('/'), file),
  ];
  const body = lines.map((line) => `${style.indent}${line.replaceAll('\n', `\n${style.indent}`)}\n`).join('');
  file.edits.replace(
    statement,
    ...helped.above,
    'export default ',
    file.clerk('clerkMiddleware'),
    `(async (auth, ${request}) => {\n${body}})${style.semicolon}`,
  );
  if (config?.property) replaceMatcher(config, widened(gate.test, file), file);
  else if (!config) addConfig(statement, file);
  return undefined;
}

/** A matcher for a file that had none: all but what Next serves itself. */
export function addConfig(statement: Node, { edits, style }: SourceFile): void {
  const matcher = matcherText(WHOLE_MATCHER, style, style.indent);
  edits.insert(statement.end, `\n\nexport const config = {\n${style.indent}matcher: ${matcher},\n}${style.semicolon}`);
}

/** Whether the callback is one of the options that a middleware's own instance was made with. */
export function isCallbackOf(options: Node | undefined, file: SourceFile): boolean {
  const { authorizedAt } = file.context;
  if (!authorizedAt || !options) return false;
  if (contains(options, authorizedAt.part) && authorizedAt.file.path === file.path) return true;
  const source = file.bindings.of(options)?.imported?.source;
  return file.entries.some(
    ({ site }) => site.kind === 'module' && site.source === source && site.target === authorizedAt.file.path,
  );
}

/** Settles all that stood in the statements of the old middleware. */
export function settleGate(statements: readonly Node[], message: string, file: SourceFile): void {
  for (const entry of file.entries) {
    if (entry.settlement || !statements.some((statement) => contains(statement, entry.site))) continue;
    const isMaker = entry.site.kind === 'use' && isNextAuth(entry.site.origin);
    if (isMaker) file.settle(entry, 'rewritten', 'middleware', message);
    else file.settle(entry, 'removed', 'middleware', 'went with the middleware of Auth.js');
  }
}
