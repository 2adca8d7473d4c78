import { Lines } from '../ast/lines.js';
import type { ReportedSite } from '../ledger.js';

/** `// authjs-clerk-ignore: <reason>`, for the line on which it stands or, alone on its line, for the next one. */
const COMMENT =
  /(?:\/\/|\/\*|#|\{\s*\/\*)\s*authjs-clerk-ignore\b(?::[ \t]*([^\n]*?))?[ \t]*(?:\*\/\s*\}?)?[ \t]*(?=\r?\n|$)/g;

export interface Suppression {
  /** 1-based: where the comment stands. */
  readonly line: number;
  /** The line for which it speaks. */
  readonly target: number;
  readonly reason: string | undefined;
}

/** The comments of a file that say of a leftover that it may stay. */
export function suppressionsIn(text: string): Suppression[] {
  if (!text.includes('authjs-clerk-ignore')) return [];
  const lines = new Lines(text);
  const rows = text.split('\n');
  return [...text.matchAll(COMMENT)].map((match): Suppression => {
    const { line, column } = lines.at(match.index);
    const isAlone = rows[line - 1]!.slice(0, column - 1).trim() === '';
    const reason = match[1]?.trim();
    return { line, target: isAlone ? nextCode(rows, line) : line, reason: reason === '' ? undefined : reason };
  });
}

/** The first line behind `line` (1-based) that is not empty and no such comment itself. */
function nextCode(rows: readonly string[], line: number): number {
  let next = line + 1;
  while (next <= rows.length && (rows[next - 1]!.trim() === '' || rows[next - 1]!.includes('authjs-clerk-ignore')))
    next += 1;
  return next;
}

export interface Suppressed {
  /** The sites for which no comment speaks. */
  readonly sites: ReportedSite[];
  /** Comments that speak for nothing, or give no reason. */
  readonly faults: { readonly line: number; readonly reason: string }[];
}

/** Leaves out the sites that a comment with a reason lets stay. A site of several lines goes by its first. */
export function withoutSuppressed(sites: readonly ReportedSite[], text: string): Suppressed {
  const found = suppressionsIn(text);
  const valid = found.filter(({ reason }) => reason !== undefined);
  const targets = new Set(valid.map(({ target }) => target));
  const used = new Set(sites.map(({ line }) => line));
  return {
    sites: sites.filter(({ line }) => !targets.has(line)),
    faults: found.flatMap(({ line, target, reason }) => {
      if (reason === undefined) return { line, reason: 'gives no reason: // authjs-clerk-ignore: <reason>' };
      return used.has(target) ? [] : { line, reason: 'speaks for nothing: remove it' };
    }),
  };
}
