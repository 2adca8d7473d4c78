import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import { claimValue } from '../clerk/generated/session-module.js';

/**
 * `clerk.patch.json` with the session claims that the code reads, added to what the file holds already.
 * @param names of claims
 * @returns undefined where what stands there can't take them: it is no JSON object
 */
export function withClaims(text: string | null, names: readonly string[]): string | undefined {
  const wanted = Object.fromEntries(names.map((name) => [name, claimValue(name)]));
  if (text === null || text.trim() === '') return `${JSON.stringify({ session: { claims: wanted } }, null, 2)}\n`;
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors);
  const holds = (each: unknown): each is Record<string, unknown> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  if (errors.length > 0 || !holds(value)) return undefined;
  const { session = {} } = value;
  if (!holds(session) || !holds(session['claims'] ?? {})) return undefined;
  const claims = holds(session['claims']) ? session['claims'] : {};
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return names
    .filter((name) => claims[name] !== claimValue(name))
    .reduce(
      (edited, name) =>
        applyEdits(edited, modify(edited, ['session', 'claims', name], claimValue(name), { formattingOptions })),
      text,
    );
}
