import { applyEdits, modify } from 'jsonc-parser';

/** The claim by which getUserId() finds the id that the app's data holds (clerk-api.md 2, northstar.md 11). */
const CLAIM = '{{user.external_id || user.id}}';

/** `clerk.patch.json` with the session claims that the code reads, added to what the file holds already. */
export function withUserIdClaim(text: string | null): string {
  if (text === null) return `${JSON.stringify({ session: { claims: { userId: CLAIM } } }, null, 2)}\n`;
  return applyEdits(
    text,
    modify(text, ['session', 'claims', 'userId'], CLAIM, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
  );
}
