import { Lines } from '../ast/lines.js';
import type { ReportedSite } from '../ledger.js';
import type { ScannedFile } from '../scan/sites.js';
import { helpFor } from '../source/rules.js';

/** The sites of a file that nobody touches, all left to a person for one reason. */
export function leftAsTheyWere(
  { sites, text }: Pick<ScannedFile, 'sites' | 'text'>,
  rule: string,
  message: string,
): ReportedSite[] {
  const last = sites.reduce((until, { end }) => Math.max(until, end), 0);
  const lines = new Lines(text.startsWith('\uFEFF') ? text.slice(1) : text, last);
  return sites.map(({ symbol, start, end }) => {
    const [from, to] = [lines.at(start), lines.at(end)];
    return {
      rule,
      outcome: 'manual',
      symbol,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      outputLine: from.line,
      outputEndLine: to.line,
      message,
      help: helpFor(rule),
    };
  });
}
