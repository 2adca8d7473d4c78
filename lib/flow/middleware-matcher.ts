import { indentAt, quoted } from '../ast/style.js';
import type { Piece } from '../ast/edits.js';
import { child, childList, type Node } from '../ast/tree.js';
import type { Condition, MatcherConfig } from '../authjs/matcher-config.js';
import { UNGATED_PREFIXES, type WithAuth } from '../authjs/middleware.js';
import { matcherText, routeMatcherText, type Gate } from '../clerk/gate.js';
import { SIGN_IN_PATHS } from '../clerk/generated/sign-in-page.js';
import { EVERY_PATH, pathTest, WHOLE_MATCHER, WIDE_MATCHER, type PathTest } from '../clerk/matchers.js';
import type { FollowUp } from '../ledger.js';
import type { SourceFile } from '../source/source-file.js';

/**
 * Headers that Next takes off a request before its middleware sees it (next 15.5.29, client/components/app-router-headers):
 * what was let past for one of them is not told from any other request inside, and stays shut.
 */
const UNSEEN = /^(?:rsc|next-(?:router-(?:state-tree|prefetch|segment-prefetch)|hmr-refresh))$/i;

const isUnseen = ({ type, key }: Condition): boolean => type === 'header' && UNSEEN.test(key);

const PREFETCHED: FollowUp = {
  rule: 'middleware-prefetch',
  title: 'Prefetches pass through the middleware',
  detail:
    'The old matcher left out requests with a header that Next hides from a middleware (next-router-prefetch or another of the router’s), and Clerk has to run on them. So the middleware’s code runs for prefetches too: a page that is shut is not prefetched by who is signed out, and cookies that the code sets are set by a prefetch.',
};

/** The requests that the old matcher took; undefined where it is not read. */
export function testOf(config: MatcherConfig | undefined, { style }: SourceFile): PathTest | undefined {
  if (!config?.property) return EVERY_PATH;
  const test = config.strings && pathTest(config.strings);
  const { conditions } = config;
  if (!test || conditions.length === 0) return test;
  if (conditions.some((each) => each.kind === 'has' && isUnseen(each))) return undefined;
  return { ...test, unless: conditions.filter((each) => !isUnseen(each)).map((each) => conditionText(each, style)) };
}

/** Whether a request is one that the matcher left alone by a condition. */
function conditionText({ kind, type, key, value }: Condition, style: SourceFile['style']): string {
  const parts = { header: 'headers', cookie: 'cookies', query: 'nextUrl.searchParams' }[type];
  const name = quoted(key, style);
  const read = `req.${parts}.get(${name})${type === 'cookie' ? '?.value' : ''}`;
  // To Next, an empty one is none.
  if (value === undefined) return `${kind === 'has' ? '!' : ''}${read}`;
  return `${read} ${kind === 'has' ? '!' : '='}== ${quoted(value, style)}`;
}

/** What v4 let pass, as far as the old matcher reached it at all. Its own sign-in page was one of `withAuth`'s options only. */
export function gateOf(test: PathTest, { signIn, error, isOpen }: WithAuth, { context }: SourceFile): Gate {
  const page = isOpen ? signIn : (signIn ?? context.signInPage);
  const isPath = (path: string | undefined): path is string => /^\/[^?#]*$/.test(path ?? '');
  const isUngated = (path: string) => UNGATED_PREFIXES.some((prefix) => path.startsWith(prefix));
  return {
    test,
    prefixes: UNGATED_PREFIXES.filter((prefix) => test.reaches(prefix)),
    pages: [...new Set([page, error, context.webhook])]
      .filter(isPath)
      .filter((path) => test.reaches(path) && !isUngated(path)),
    signIn: !isOpen && page === undefined ? signInPaths(test, context.hostsSignIn ?? SIGN_IN_PATHS) : undefined,
  };
}

/** The pattern of generated pages, if the old matcher reached one of them. */
export const signInPaths = (test: PathTest, pattern: string | undefined): string | undefined =>
  pattern !== undefined && SIGN_IN_SAMPLES.some((path) => new RegExp(pattern).test(path) && test.reaches(path))
    ? pattern
    : undefined;

const SIGN_IN_SAMPLES = ['/sign-in', '/sign-up', '/en/sign-in', '/en/sign-up'];

/** For a middleware of the app's own that passes nothing by itself: what Clerk calls has to reach its route all the same, and people generated pages to sign in on. */
export function openGate(test: PathTest, { context: { webhook, hostsSignIn } }: SourceFile): Gate {
  return {
    test,
    prefixes: [],
    pages: webhook !== undefined && test.reaches(webhook) ? [webhook] : [],
    signIn: signInPaths(test, hostsSignIn),
  };
}

/**
 * The gate with its test in a function that Clerk's helper makes, where that was asked for.
 * @returns the function's declaration apart, to stand above the middleware
 */
export function withRouteMatcher(gate: Gate, file: SourceFile): { gate: Gate; above: readonly Piece[] } {
  if (!file.context.routeMatcher || gate.test.sources.length === 0) return { gate, above: [] };
  const matched = file.freshName(['isMatched', 'isMatchedPath'], file.bindings.program);
  const text = routeMatcherText(gate.test, file.style);
  const above = [`const ${matched} = `, file.clerk('createRouteMatcher'), `${text}\n\n`];
  return { gate: { ...gate, matched }, above };
}

/**
 * The matcher that takes the old one's place: Clerk's own where it reaches all that the old one did, and no page lies at a
 * path that looks like a file's.
 */
export const widened = (test: PathTest, { context }: SourceFile): readonly string[] =>
  test.isWithinWide && !context.hasFileLikePages ? WIDE_MATCHER : WHOLE_MATCHER;

/** Puts Clerk's matcher into the place of the old one, or one that takes every path. */
export function replaceMatcher(
  { object, property, conditions, elements }: MatcherConfig,
  matchers: readonly string[],
  file: SourceFile,
): void {
  if (conditions.some(isUnseen)) file.context.note(PREFETCHED);
  const { text, style, edits } = file;
  file.settleWithin(property!, 'removed', 'middleware', 'went with the old matcher');
  const indent = indentAt(text, property!.start);
  const value = child(property, 'value')!;
  // A list of objects keeps its brackets where they stand: the diff shows what is in it, and no braces that match others.
  if (matchers === WHOLE_MATCHER && /^\[\s*\n/.test(file.textOf(value)) && elements.some(isObject)) {
    const inner = `\n${indent}${style.indent}${quoted(matchers[0]!, style)},\n${indent}`;
    edits.replace({ start: value.start + 1, end: value.end - 1 }, inner);
    return;
  }
  if (matchers === WHOLE_MATCHER || file.textOf(object).includes('\n')) {
    edits.replace(value, matcherText(matchers, style, indent));
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
export function commentsIn({ property, elements }: MatcherConfig, { text }: SourceFile): string[] {
  let gaps = text.slice(child(property, 'value')?.start ?? 0, child(property, 'value')?.end ?? 0);
  for (const element of elements) gaps = gaps.replace(text.slice(element.start, element.end), () => '');
  const comments = gaps.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g) ?? [];
  // Where the matchers were objects their braces go as well: line comments keep the move out of the diff's white space.
  const isOfObjects = elements.some(isObject);
  return comments.flatMap((comment) => {
    const lines = comment.split(/\r?\n/).map((line) => line.trim());
    return isOfObjects && lines.length > 1 ? lineComments(lines) : lines.map((line) => line.replace(/^\*/, ' *'));
  });
}

const isObject = ({ type }: Node): boolean => type === 'ObjectExpression';

/** The text of a comment over several lines, each line a comment by itself. */
const lineComments = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const text = line.replace(/^\/?\*+\/?\s?/, '').replace(/\s*\*\/$/, '');
    return text === '' ? [] : [`// ${text}`];
  });
