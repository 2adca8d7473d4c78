import type { Report } from '../../ledger.js';
import { ruleOf, RULES } from '../../source/rules.js';
import { openSites, type OpenSite } from '../open-sites.js';
import type { StatusSite } from './status.js';

/** The sites of one rule that are left. */
export interface Group {
  readonly rule: string;
  /** The file of its prompt. */
  readonly prompt: string;
  readonly sites: readonly OpenSite[];
}

export interface Groups {
  /** Rules that ask for a decision or for code, in the order in which they are best done. */
  readonly open: readonly Group[];
  /** What goes in a later run, once the others are done. */
  readonly waiting: readonly Group[];
}

/** What a run left, by rule. */
export function groupsOf(report: Report): Groups {
  const byRule = new Map<string, OpenSite[]>();
  for (const open of openSites(report, false)) {
    const sites = byRule.get(open.site.rule);
    if (sites) sites.push(open);
    else byRule.set(open.site.rule, [open]);
  }
  // The table goes from what sessions are to what only follows them.
  const rank = (rule: string) => RULES.findIndex(({ id }) => id === rule);
  const ordered = [...byRule].toSorted(([a], [b]) => rank(a) - rank(b));
  const [open, waiting] = [false, true].map((waits) =>
    ordered.filter(([rule]) => Boolean(ruleOf(rule)?.waits) === waits),
  );
  return { open: open!.map(numbered), waiting: waiting!.map(numbered) };
}

const numbered = ([rule, sites]: [string, OpenSite[]], index: number): Group => ({
  rule,
  prompt: `${String(index + 1).padStart(2, '0')}-${rule}.md`,
  sites,
});

/** The sites of a group as the status file counts them. */
export function counted({ sites }: Group): StatusSite[] {
  const counts = new Map<string, { path: string; symbol: string; count: number }>();
  for (const { file, site } of sites) {
    const key = `${file.path}\0${site.symbol}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { path: file.path, symbol: site.symbol, count: 1 });
  }
  return [...counts.values()];
}
