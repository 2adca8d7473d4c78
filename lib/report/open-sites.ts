import { createHash } from 'node:crypto';
import type { Report, ReportedFile, ReportedSite } from '../ledger.js';

/** One site that is left to a person, where the files now have it. */
export interface OpenSite {
  readonly file: ReportedFile;
  readonly site: ReportedSite;
  /** 1-based, in the file as the run leaves it; as read where nothing was written. */
  readonly line: number;
  readonly endLine: number;
  /** Known where the file is as it was read: an edit above may have moved the column. */
  readonly columns: { readonly start: number; readonly end: number } | undefined;
  /** The same in every run, wherever in its file the site moves: 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The sites left to a person, in the order of the report. @param dryRun whether the files are as they were read */
export function openSites({ files }: Report, dryRun: boolean): OpenSite[] {
  return files.flatMap((file) => {
    const asRead = dryRun || file.status === 'unchanged' || file.status === 'error';
    const seen = new Map<string, number>();
    return file.sites
      .filter(({ outcome }) => outcome === 'manual')
      .map((site): OpenSite => {
        const key = [file.path, site.rule, site.symbol, site.message].join('\0');
        const nth = seen.get(key) ?? 0;
        seen.set(key, nth + 1);
        const line = asRead ? site.line : (site.outputLine ?? site.line);
        const endLine = asRead ? site.endLine : (site.outputEndLine ?? line);
        return {
          file,
          site,
          line,
          endLine,
          columns: asRead ? { start: site.column, end: site.endColumn } : undefined,
          fingerprint: fingerprintOf(key, String(nth)),
        };
      });
  });
}

/** 32 hexadecimal digits that stand for some texts. */
export const fingerprintOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);

/** The files that could not be processed, each with the reason in one line. */
export function failures({ files }: Report): { path: string; reason: string }[] {
  return files.flatMap(({ path, status, error }) =>
    status === 'error' || error !== undefined
      ? [{ path, reason: (error ?? 'no reason was given').trim().replaceAll(/\s*[\r\n]+\s*/g, ' ') }]
      : [],
  );
}
