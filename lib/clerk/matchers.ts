/**
 * Next's middleware matchers as path tests. Next compiles a matcher by its own path-to-regexp, drops the flags (so case
 * counts) and lets a trailing slash pass, and runs the middleware where the path matches as it is or decoded. Read off
 * next 15.5.29 (build/analysis/get-page-static-info, server/lib/router-utils/resolve-routes) and proven by
 * __tests__/clerk/matchers.test.ts, which runs both.
 */

/** Clerk's own matcher: all but Next's internals and files. It leaves out paths such as /dashboard/report.csv. */
export const WIDE_MATCHER: readonly string[] = [
  '/((?!_next|[^?]*\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)',
  '/(api|trpc)(.*)',
  '/__clerk/(.*)',
];

/** For old matchers that reached file-like paths too, so that none of them opens. */
export const WHOLE_MATCHER: readonly string[] = ['/((?!_next/).*)'];

/** How a path goes on behind a pattern. Segments of a page that Next prefetches lie at `<page>.segments/`. */
const TAILS = { exact: '(\\/?$|\\.segments\\/)', tree: '(\\/|\\.segments\\/|$)', open: '' } as const;

interface Compiled {
  /** The source of a regular expression, without `^` and the tail. */
  readonly body: string;
  readonly tail: keyof typeof TAILS;
  /** Whether a path that matches as it is always matches decoded too, so that testing the decoded one is enough. */
  readonly isStable: boolean;
  readonly isWithinWide: boolean;
  /** Every matching path begins with one of these; whether that is all of the path. */
  readonly starts: readonly string[];
  readonly isLiteral: boolean;
  /** What no matching path begins with behind its first slash, as the source of a regular expression. */
  readonly never: string | undefined;
}

/** The requests that a list of matchers takes. */
export interface PathTest {
  /** The sources of the expressions of which one must match; none where every path is taken. */
  readonly sources: readonly string[];
  /** Whether testing the decoded path is enough; otherwise the path as it is has to be tested too. */
  readonly isStable: boolean;
  /** Whether Clerk's own matcher takes every path that these take. */
  readonly isWithinWide: boolean;
  /** JavaScript tests by which a request is not taken all the same, of a request by the name `req`. */
  readonly unless: readonly string[];
  /** Whether a path that begins so may be taken. */
  reaches(prefix: string): boolean;
  /** Whether a path is taken. */
  takes(path: string): boolean;
}

/** Every path, as a middleware without a matcher takes it. */
export const EVERY_PATH: PathTest = {
  sources: [],
  isStable: true,
  isWithinWide: false,
  unless: [],
  reaches: () => true,
  takes: () => true,
};

/**
 * @param matchers Next matcher strings
 * @returns undefined where one has a form whose meaning is not proven
 */
export function pathTest(matchers: readonly string[]): PathTest | undefined {
  const compiled = matchers.map(compile);
  if (compiled.length === 0 || !compiled.every((each) => each !== undefined)) return undefined;
  if (compiled.some(({ body, tail }) => tail === 'open' && body === '\\/')) return EVERY_PATH;
  const sources = combine(compiled);
  return {
    sources,
    isStable: compiled.every(({ isStable }) => isStable),
    isWithinWide: compiled.every(({ isWithinWide }) => isWithinWide),
    unless: [],
    reaches: (prefix) => compiled.some((each) => mayReach(each, prefix)),
    takes: (path) => sources.some((source) => new RegExp(source).test(path)),
  };
}

function mayReach({ starts, never, isLiteral }: Compiled, prefix: string): boolean {
  if (never !== undefined && new RegExp(`^/(?:${never})`).test(prefix)) return false;
  return starts.some((start) => start.startsWith(prefix) || (!isLiteral && prefix.startsWith(start)));
}

/** One expression for each kind of tail: `^\/(a|b)(\/|$)`. */
function combine(list: readonly Compiled[]): string[] {
  const byTail = new Map<Compiled['tail'], Set<string>>();
  for (const { body, tail } of list) byTail.set(tail, (byTail.get(tail) ?? new Set()).add(body));
  return [...byTail].flatMap(([tail, set]) => {
    const bodies = [...set];
    const isJoinable = bodies.length > 1 && bodies.every((body) => body.startsWith('\\/'));
    const joined = isJoinable ? [`\\/(${bodies.map((body) => body.slice(2)).join('|')})`] : bodies;
    return joined.map((body) => `^${body}${TAILS[tail]}`);
  });
}

/** `/((?!api|_next/static).*)`, with one lookahead or several; behind plain segments, `/api/((?!auth).*)`. */
const LOOKAHEADS = /^((?:\/[\w\-~@]+)*)\/\(((?:\(\?!(?:[^()]|\(\?:[^()]*\))*\))+)\.\*\)$/;
/** What a lookahead is not read with: escaped parentheses, parentheses in a class, what is no ASCII. */
const UNREADABLE = /\\[()]|\[[^\]]*[()]|[^\x20-\x7e]/;

function compile(matcher: string): Compiled | undefined {
  const [, head = '', lookaheads] = LOOKAHEADS.exec(matcher) ?? [];
  if (lookaheads !== undefined) return UNREADABLE.test(matcher) ? undefined : compileLookaheads(head, lookaheads);
  // Next takes /index for the root as well.
  if (matcher === '/') return { ...PLAIN, body: '\\/(index)?', tail: 'exact', isWithinWide: true, isLiteral: true };
  const parts = partsOf(matcher);
  const last = parts?.at(-1);
  if (!parts || !last || !matcher.startsWith('/')) return undefined;
  const isOpen = last.source === ANYTHING;
  const isTree = last.source === `(\\/${SEGMENT})*`;
  const kept = isOpen || isTree ? parts.slice(0, -1) : parts;
  const body = kept.map(({ source }) => source).join('');
  if (isTree && body === '') return { ...PLAIN, body: '\\/', tail: 'open' };
  const end = parts.findIndex(({ words }) => words === undefined);
  const isStable = kept.every(({ isFixed }) => isFixed);
  return {
    ...PLAIN,
    body,
    tail: isOpen ? 'open' : isTree ? 'tree' : 'exact',
    isStable,
    isWithinWide: !isOpen && !isTree && isStable && !matcher.includes('.'),
    starts: startsOf(end < 0 ? parts : parts.slice(0, end)),
    isLiteral: end < 0,
  };
}

const PLAIN = { isStable: true, isWithinWide: false, isLiteral: false, starts: ['/'], never: undefined } as const;

/** Each way to write parts that match certain words only. */
const startsOf = (parts: readonly Part[]): string[] =>
  parts.reduce<string[]>(
    (starts, { words = [] }) => starts.flatMap((start) => words.map((word) => start + word)),
    [''],
  );

function compileLookaheads(head: string, lookaheads: string): Compiled {
  // An alternative with `$` forbids one path, not what begins so.
  const never = [...lookaheads.matchAll(/\(\?!((?:[^()]|\(\?:[^()]*\))*)\)/g)]
    .flatMap(([, inner = '']) => (inner.includes('(') ? [inner] : inner.split('|')))
    .filter((alternative) => !alternative.includes('$'));
  return {
    ...PLAIN,
    body: `${slashesEscaped(head)}\\/${slashesEscaped(lookaheads)}`,
    tail: 'open',
    isStable: false,
    starts: [`${head}/`],
    never: never.length > 0 ? `${head.slice(1)}${head && '/'}(?:${never.join('|')})` : undefined,
  };
}

interface Part {
  readonly source: string;
  /** Whether it matches certain words only. */
  readonly isFixed: boolean;
  /** The words, unless a modifier lets others pass. */
  readonly words?: readonly string[];
}

const SEGMENT = '[^/]+';
const ANYTHING = '(.*)';
const WORDS = /^\([\w\-|]+\)$/;
/** The groups that are read: those that mean the same anywhere. */
const GROUP = String.raw`\([\w\-|]+\)|\(\.[*+]\)|\(\\d\+\)`;
/** A parameter or group with the slash in front of it, and its modifier. */
const PARAMETER = new RegExp(String.raw`(\/?)(?:(:\w+)(${GROUP})?|(${GROUP}))([*+?]?)`, 'y');
const TEXT = /\/|[\w\-~@.]+/y;

/** The parts of a pattern as path-to-regexp reads them; undefined where it has what is not read here. */
function partsOf(matcher: string): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < matcher.length;) {
    PARAMETER.lastIndex = TEXT.lastIndex = at;
    const found = PARAMETER.exec(matcher);
    const text = found ? undefined : TEXT.exec(matcher)?.[0];
    if (found) {
      const [whole, slash = '', name, own, group, modifier = ''] = found;
      // Behind text, a parameter or a repetition means something that depends on the text.
      if (slash === '' && (name !== undefined || modifier !== '')) return undefined;
      const pattern = own ?? group ?? SEGMENT;
      const isFixed = WORDS.test(pattern);
      if (modifier === '' && slash !== '') parts.push(literal(slash));
      const words = isFixed && modifier === '' ? { words: pattern.slice(1, -1).split('|') } : {};
      parts.push({ source: modifier === '' ? pattern : `(\\/${pattern})${modifier}`, isFixed, ...words });
      at += whole.length;
    } else if (text !== undefined) {
      at += text.length;
      // Like a slash, a dot in front of a parameter or group belongs to it.
      if (text.endsWith('.') && /[:(]/.test(matcher[at] ?? '')) return undefined;
      parts.push(literal(text));
    } else return undefined;
  }
  return parts;
}

const literal = (text: string): Part => ({ source: text.replace(/[/.]/g, '\\$&'), isFixed: true, words: [text] });

/** With each slash escaped, as a literal of a regular expression needs it. */
const slashesEscaped = (source: string): string =>
  source.replace(/\\.|\//g, (found) => (found === '/' ? '\\/' : found));
