import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';

/** The claim by which getUserId() finds the id that the app's data holds (clerk-api.md 2, northstar.md 11). */
export const USER_ID_CLAIM = '{{user.external_id || user.id}}';

/**
 * `clerk.patch.json` with the session claims that the code reads, added to what the file holds already.
 * @returns undefined where what stands there can't take them: it is no JSON object
 */
export function withUserIdClaim(text: string | null): string | undefined {
  if (text === null || text.trim() === '')
    return `${JSON.stringify({ session: { claims: { userId: USER_ID_CLAIM } } }, null, 2)}\n`;
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors);
  const holds = (each: unknown): each is Record<string, unknown> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  if (errors.length > 0 || !holds(value)) return undefined;
  const { session = {} } = value;
  if (!holds(session) || !holds(session['claims'] ?? {})) return undefined;
  if (holds(session['claims']) && session['claims']['userId'] === USER_ID_CLAIM) return text;
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, ['session', 'claims', 'userId'], USER_ID_CLAIM, { formattingOptions }));
}
