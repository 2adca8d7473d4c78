import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import { claimValue } from '../clerk/generated/session-claims.js';
import type { Settings } from '../clerk/instance.js';

/** The session claims that code reads, as settings. */
export const claimSettings = (names: readonly string[]): Settings => ({
  session: { claims: Object.fromEntries(names.map((name) => [name, claimValue(name)])) },
});

/**
 * `clerk.patch.json` with settings added to what the file holds already. A claim gets the value that the code reads; of
 * everything else, what stands there is somebody's decision and stays.
 * @returns undefined where what stands there can't take them: it is no JSON object
 */
export function withSettings(text: string | null, settings: Settings): string | undefined {
  if (text === null || text.trim() === '') return `${JSON.stringify(settings, null, 2)}\n`;
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors);
  if (errors.length > 0 || !holds(value)) return undefined;
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  let edited = text;
  for (const [path, wanted] of leavesOf(settings)) {
    const there = valueAt(value, path);
    if (there === BLOCKED) return undefined;
    if (there === wanted || (there !== undefined && path[1] !== 'claims')) continue;
    edited = applyEdits(edited, modify(edited, [...path], wanted, { formattingOptions }));
  }
  return edited;
}

const holds = (each: unknown): each is Record<string, unknown> =>
  typeof each === 'object' && each !== null && !Array.isArray(each);

/** Each value with the keys that lead to it. */
function leavesOf(settings: Settings, above: readonly string[] = []): [path: string[], value: unknown][] {
  return Object.entries(settings).flatMap(([key, value]): [string[], unknown][] => {
    const path = [...above, key];
    return typeof value === 'object' && !Array.isArray(value) ? leavesOf(value as Settings, path) : [[path, value]];
  });
}

/** Something that is no object stands where one is needed. */
const BLOCKED = Symbol('blocked');

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (at === undefined) return undefined;
    if (!holds(at)) return BLOCKED;
    at = at[key];
  }
  return at;
}
