import { quoted, type Style } from '../ast/style.js';
import { WIDE_MATCHER, type PathTest } from './matchers.js';

/** Which requests the written middleware asks for a signed-in user. */
export interface Gate {
  readonly test: PathTest;
  /** Paths that pass with all that begins so. */
  readonly prefixes: readonly string[];
  /** Pages that pass, and nothing below them. */
  readonly pages: readonly string[];
  /** A pattern of Clerk's own pages, which pass with what lies below them: /sign-in and /sign-up. */
  readonly signIn: string | undefined;
  /** The name of a function made by Clerk's `createRouteMatcher()` that says which paths the old matcher took. */
  readonly matched?: string;
}

/**
 * What `createRouteMatcher()` is given. Its own reading of patterns decodes less of a path than Next's, which would let by
 * what the old matcher took: so it gets the test itself.
 */
export function routeMatcherText({ sources, isStable }: PathTest, { indent, semicolon }: Style): string {
  const pattern = `/${sources.join('|')}/`;
  const path = 'req.nextUrl.pathname';
  const test = isStable
    ? `${pattern}.test(decodeURIComponent(${path}))`
    : `[${path}, decodeURIComponent(${path})].some((path) => ${pattern}.test(path))`;
  return `((req) =>\n${indent}${test},\n)${semicolon}`;
}

/** The width of a line up to which a condition stays on one. */
const WIDTH = 80;

/**
 * `clerkMiddleware(async (auth, req) => { … })` with the gate in it.
 * @param callee the name of clerkMiddleware, written in front
 * @param comments lines that stood at the old matchers, to stand above the condition
 * @param call the app's own handler, as the call to make behind the gate; '' where there is none
 * @returns what follows the callee
 */
export function gateText(gate: Gate, style: Style, comments: readonly string[], call: string): string {
  const { indent, semicolon } = style;
  const hasEvent = call.includes(', event)');
  const path = subjectOf(gate, style);
  const lines = [
    ...unlessLines(gate, style, 'req'),
    ...(path.declaration === undefined ? [] : [`${path.declaration}${semicolon}`]),
    ...comments,
    ...ifLines(conditions(gate, path.name, style), indent),
    `${indent}const { isAuthenticated, redirectToSignIn } = await auth()${semicolon}`,
    `${indent}if (!isAuthenticated) return redirectToSignIn()${semicolon}`,
    ...(call === '' ? [] : [`${indent}return ${call}${semicolon}`]),
    '}',
  ];
  const body = lines.map((line) => `${indent}${line}\n`).join('');
  return `(async (auth, req${hasEvent ? ', event' : ''}) => {\n${body}})`;
}

/** What the tests read. Next runs a middleware on encoded paths too, and serves data of the Pages Router at them. */
function subjectOf(gate: Gate, style: Style): { declaration: string | undefined; name: string } {
  const { test, matched } = gate;
  const path = 'req.nextUrl.pathname';
  if (matched !== undefined && exempt(gate, path, style).length === 0) return { declaration: undefined, name: path };
  if (test.sources.length === 0 || !test.isStable || matched !== undefined)
    return { declaration: 'const { pathname } = req.nextUrl', name: 'pathname' };
  const decoded = `decodeURIComponent(${path})`;
  const [line = '', ...others] = ifLines(conditions(gate, decoded, style), style.indent);
  return others.length > 0 || line.length + style.indent.length > WIDTH
    ? { declaration: `const pathname = ${decoded}`, name: 'pathname' }
    : { declaration: undefined, name: decoded };
}

/**
 * The statements by which a middleware leaves alone the paths that its old matcher did not take.
 * @param request the name of the request
 * @param name a free name for the path
 * @returns none where every path is taken
 */
export function guardLines(
  gate: Gate,
  style: Style,
  comments: readonly string[],
  request: string,
  name: string,
): string[] {
  const passing = unlessLines(gate, style, request);
  return [...passing, ...pathLines(gate, style, comments, request, name)];
}

/** `if (req.headers.get('purpose') === 'prefetch') return;` */
function unlessLines({ test: { unless } }: Gate, { semicolon, indent }: Style, request: string): string[] {
  if (unless.length === 0) return [];
  const tests = unless.map((test) => test.replace('req.', `${request}.`));
  const line = `if (${tests.join(' || ')}) return${semicolon}`;
  if (line.length + indent.length <= WIDTH) return [line];
  const lines = tests.map((each, at) => `${indent}${each}${at < tests.length - 1 ? ' ||' : ''}`);
  return ['if (', ...lines, ')', `${indent}return${semicolon}`];
}

function pathLines(gate: Gate, style: Style, comments: readonly string[], request: string, name: string): string[] {
  const { test, matched } = gate;
  const { indent, semicolon } = style;
  if (matched !== undefined) {
    const passes = exempt(gate, `${request}.nextUrl.pathname`, style, true);
    return [...comments, `if (${[`!${matched}(${request})`, ...passes].join(' || ')}) return${semicolon}`];
  }
  const passes = exempt(gate, name, style, true);
  if (test.sources.length === 0 && passes.length === 0) return [];
  const isDecoded = test.isStable && test.sources.length > 0;
  const path = `${request}.nextUrl.pathname`;
  const value = isDecoded ? `decodeURIComponent(${path})` : path;
  const declaration =
    value === path && name === 'pathname' ? `const { pathname } = ${request}.nextUrl` : `const ${name} = ${value}`;
  const missed = test.sources.length === 0 ? [] : missing(test, name, passes.length > 0);
  const parts = [...missed, ...passes];
  const operator = passes.length > 0 ? '||' : '&&';
  const line = `if (${parts.join(` ${operator} `)}) return${semicolon}`;
  if (line.length + indent.length <= WIDTH) return [`${declaration}${semicolon}`, ...comments, line];
  const lines = parts.map((part, at) => `${indent}${part}${at < parts.length - 1 ? ` ${operator}` : ''}`);
  return [
    `${declaration}${semicolon}`,
    ...comments,
    'if (',
    ...lines.flatMap((each) => (each.length + indent.length > WIDTH ? brokenAtArrow(each, indent) : [each])),
    ')',
    `${indent}return${semicolon}`,
  ];
}

/** Tests that all hold where none of the matchers takes a path; one test if others follow. */
function missing({ sources, isStable }: PathTest, name: string, isOne: boolean): string[] {
  const patterns = isOne || !isStable ? [sources.join('|')] : sources;
  if (isStable) return patterns.map((source) => `!/${source}/.test(${name})`);
  return [`![${name}, decodeURIComponent(${name})].some((path) => /${patterns[0]}/.test(path))`];
}

/** `.some((path) => …)` over several lines, as formatters write it. */
function brokenAtArrow(line: string, indent: string): string[] {
  const [, head, inner, tail] = /^(.*\(path\) =>) (.*)(\)[^)]*)$/.exec(line) ?? [];
  if (head === undefined || inner === undefined || tail === undefined) return [line];
  return [head, `${indent}${indent}${inner},`, `${indent}${tail}`];
}

/** The lines of each part of the condition. */
function conditions(gate: Gate, path: string, style: Style): string[][] {
  const parts = exempt(gate, path, style).map((line) => [line]);
  if (gate.matched !== undefined) return [[`${gate.matched}(req)`], ...parts];
  return gate.test.sources.length === 0 ? parts : [taken(gate.test, path, parts.length > 0, style), ...parts];
}

/** Tests of the paths that pass; `isPassing` asks whether one does, and not whether none does. */
function exempt({ prefixes, pages, signIn }: Gate, path: string, style: Style, isPassing = false): string[] {
  const not = isPassing ? '' : '!';
  const beginnings = prefixes.map((prefix) => prefix.slice(1).replace(/[/.]/g, '\\$&'));
  const beginning = beginnings.length > 1 ? `(${beginnings.join('|')})` : beginnings.join('');
  return [
    ...(beginning ? [`${not}/^\\/${beginning}/.test(${path})`] : []),
    ...pages.map((page) => `${path} ${isPassing ? '=' : '!'}== ${quoted(page, style)}`),
    ...(signIn === undefined ? [] : [`${not}/${signIn}/.test(${path})`]),
  ];
}

function taken({ sources, isStable }: PathTest, path: string, isOneOfSeveral: boolean, { indent }: Style): string[] {
  const tests = sources.map((source) => `/${source}/.test(${isStable ? path : 'path'})`);
  const lines = tests.map((test, at) => (at < tests.length - 1 ? `${test} ||` : test));
  if (isStable && (!isOneOfSeveral || tests.length === 1)) return lines;
  if (isStable) return lines.map((line, at) => `${at > 0 ? indent : '('}${line}${at < tests.length - 1 ? '' : ')'}`);
  const call = `[${path}, decodeURIComponent(${path})].some(`;
  const line = `${call}(path) => ${tests.join()})`;
  if (tests.length === 1)
    return line.length + indent.length * 2 <= WIDTH ? [line] : [`${call}(path) =>`, indent + tests.join(), ')'];
  return [call, `${indent}(path) =>`, ...lines.map((line) => indent + indent + line), ')'];
}

function ifLines(parts: readonly string[][], indent: string, operator = '&&'): string[] {
  const line = `if (${parts.map((part) => part.join(' ')).join(` ${operator} `)}) {`;
  const isLong = line.length + indent.length > WIDTH && parts.length > 1;
  if (!isLong && parts.every((part) => part.length === 1)) return [line];
  const lines = parts.flatMap((part, at) => [
    ...part.slice(0, -1),
    `${part.at(-1)}${at < parts.length - 1 ? ` ${operator}` : ''}`,
  ]);
  return ['if (', ...lines.map((each) => indent + each), ') {'];
}

/** The value of `matcher`, with the indentation of the line on which it begins. */
export function matcherText(matchers: readonly string[], style: Style, indent: string): string {
  if (matchers !== WIDE_MATCHER) return `[${matchers.map((matcher) => quoted(matcher, style)).join(', ')}]`;
  const lines = matchers.map((matcher) => `${indent}${style.indent}${quoted(matcher, style)},\n`);
  return `[\n${lines.join('')}${indent}]`;
}
