import { quoted, type Style } from '../ast/style.js';
import { WIDE_MATCHER, type PathTest } from './matchers.js';

/** Which requests the written middleware asks for a signed-in user. */
export interface Gate {
  readonly test: PathTest;
  /** Paths that pass with all that begins so. */
  readonly prefixes: readonly string[];
  /** Pages that pass, and nothing below them. */
  readonly pages: readonly string[];
  /** Whether Clerk's own pages, /sign-in and /sign-up, pass with what lies below them. */
  readonly passesSignIn: boolean;
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
  const { test } = gate;
  const path = 'req.nextUrl.pathname';
  if (test.sources.length === 0 || !test.isStable)
    return { declaration: 'const { pathname } = req.nextUrl', name: 'pathname' };
  const decoded = `decodeURIComponent(${path})`;
  const [line = '', ...others] = ifLines(conditions(gate, decoded, style), style.indent);
  return others.length > 0 || line.length + style.indent.length > WIDTH
    ? { declaration: `const pathname = ${decoded}`, name: 'pathname' }
    : { declaration: undefined, name: decoded };
}

/** The lines of each part of the condition. */
function conditions({ test, prefixes, pages, passesSignIn }: Gate, path: string, style: Style): string[][] {
  const beginnings = prefixes.map((prefix) => prefix.slice(1).replace(/[/.]/g, '\\$&'));
  const beginning = beginnings.length > 1 ? `(${beginnings.join('|')})` : beginnings.join('');
  const exempt = [
    ...(beginning ? [`!/^\\/${beginning}/.test(${path})`] : []),
    ...pages.map((page) => `${path} !== ${quoted(page, style)}`),
    ...(passesSignIn ? [`!/^\\/sign-(in|up)(\\/|$)/.test(${path})`] : []),
  ].map((line) => [line]);
  return test.sources.length === 0 ? exempt : [taken(test, path, exempt.length > 0, style), ...exempt];
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

function ifLines(parts: readonly string[][], indent: string): string[] {
  const line = `if (${parts.map((part) => part.join(' ')).join(' && ')}) {`;
  const isLong = line.length + indent.length > WIDTH && parts.length > 1;
  if (!isLong && parts.every((part) => part.length === 1)) return [line];
  const lines = parts.flatMap((part, at) => [
    ...part.slice(0, -1),
    `${part.at(-1)}${at < parts.length - 1 ? ' &&' : ''}`,
  ]);
  return ['if (', ...lines.map((each) => indent + each), ') {'];
}

/** The value of `matcher`, with the indentation of the line on which it begins. */
export function matcherText(matchers: readonly string[], style: Style, indent: string): string {
  if (matchers !== WIDE_MATCHER) return `[${matchers.map((matcher) => quoted(matcher, style)).join(', ')}]`;
  const lines = matchers.map((matcher) => `${indent}${style.indent}${quoted(matcher, style)},\n`);
  return `[\n${lines.join('')}${indent}]`;
}
