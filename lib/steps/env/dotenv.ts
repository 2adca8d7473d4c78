import { endOfLine, startOfLine } from '../../ast/lines.js';
import type { Span } from '../../ast/tree.js';
import type { ClerkVariable } from '../../clerk/variables.js';
import type { Declaration } from './declaration.js';

/** `NAME=value` with what may stand before the name. A value in quotes may go over several lines. */
const ENTRY = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)/s;

/** Comments that say how Auth.js's secret is made, or what its variable is for. */
const ABOUT_AUTHJS =
  /^[ \t]*#.*(?:openssl rand|npx auth secret|generate a (?:new )?secret|\bnext[- ]?auth\b|\bauth\.?js\b|authjs\.dev|NEXTAUTH_|\bAUTH_SECRET\b|generate-secret\.vercel\.app)/i;

/** The variables of a `.env` file. */
export function readDotenv(text: string): Declaration[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const found: Declaration[] = [];
  let paragraph: number | undefined;
  for (let offset = text.startsWith('\uFEFF') ? 1 : 0; offset < text.length;) {
    const lineEnd = endOfLine(text, offset);
    paragraph = text.slice(offset, lineEnd).trim() === '' ? undefined : (paragraph ?? offset);
    const entry = ENTRY.exec(text.slice(offset, lineEnd));
    const valueStart = offset + (entry?.[0].length ?? 0);
    const value = entry && (QUOTED.exec(text.slice(valueStart))?.[0] ?? text.slice(valueStart, lineEnd));
    const end = entry ? Math.min(text.length, endOfLine(text, valueStart + value!.length) + 1) : lineEnd + 1;
    if (entry) {
      const [, before = '', name = ''] = entry;
      found.push({
        name,
        at: offset + before.length,
        start: withCommentsAbove(text, offset),
        end,
        holdsValue: !/^(?:["'`]{2})?\s*(?:#|$)/.test(value!.trim()) && !/^["']?\$\{?\w/.test(value!),
        list: 0,
        paragraph: paragraph!,
        write: (variables) => linesFor(variables, before, eol),
      });
    }
    offset = end;
  }
  return found;
}

/** The names that a text gives a value to, be it an empty one. */
export const keysIn = (text: string): ReadonlySet<string> => new Set(readDotenv(text).map(({ name }) => name));

/** Each variable on a line, and above those of a kind the comment that they share. */
const linesFor = (variables: readonly ClerkVariable[], before: string, eol: string): string =>
  variables
    .flatMap(({ name, value = '', comment }, index) => [
      ...(comment === variables[index - 1]?.comment ? [] : [`# ${comment}`]),
      `${before}${name}=${value}`,
    ])
    .map((line) => line + eol)
    .join('');

/** A text with places for variables at its end, for those that it lacks. */
export function withKeys(text: string, variables: readonly ClerkVariable[]): string {
  const known = keysIn(text);
  const missing = variables.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return text + gap + linesFor(missing, '', eol);
}

/** Lines as comments, so that nothing reads them and nothing of them is lost. */
export const commentedOut = (lines: string): string => lines.replace(/^(?=[^\r\n])(?![ \t]*#)/gm, '# ');

/** A variable that is commented out, which is none of what is said of others. */
const COMMENTED_OUT = /^[ \t]*#[ \t]*[A-Za-z_]\w*=/m;

/**
 * The whole paragraphs that go with declarations: nothing stands in them but these, and comments on them. The empty line
 * behind goes, too.
 */
export function emptiedParagraphs(text: string, all: readonly Declaration[], gone: readonly Declaration[]): Span[] {
  const starts = new Set(gone.flatMap(({ paragraph }) => paragraph ?? []));
  return [...starts].flatMap((start): Span[] => {
    const members = all.filter(({ paragraph }) => paragraph === start);
    const last = members.at(-1)!;
    const comments = members.reduceRight((rest, { start: from, end }) => rest.slice(0, from) + rest.slice(end), text);
    const [said = ''] = comments.slice(start).split(/\r?\n[ \t]*(?:\r?\n|$)/);
    const isEnd = /^(?:[ \t]*\r?\n|$)/.exec(text.slice(last.end));
    if (!members.every((each) => gone.includes(each)) || COMMENTED_OUT.test(said) || !isEnd) return [];
    return [{ start, end: last.end + isEnd[0].length }];
  });
}

function withCommentsAbove(text: string, offset: number): number {
  let start = offset;
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!ABOUT_AUTHJS.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}
