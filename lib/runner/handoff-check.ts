import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FollowUp, ReportedFile } from '../ledger.js';
import type { Status, StatusRule } from '../report/handoff/status.js';

export interface HandoffState {
  /** A line for each rule: how far it is, and what is left of it. */
  readonly notes: FollowUp[];
  /** How many rules are said to be done, and are not. */
  readonly contradicted: number;
}

/**
 * Holds what a hand-off's status says against what is left of its sites and of their comments.
 * @param files what is left of Auth.js, by `check`
 */
export function handoffState({ rules }: Status, files: readonly ReportedFile[], cwd: string): HandoffState {
  // Names stand for several rules: what is left of one is handed to the rules in their order, each as much as it had.
  const left = new Map(files.map(({ path, sites }) => [path, sites.map(({ symbol, line }) => ({ symbol, line }))]));
  let contradicted = 0;
  const notes = rules.map((rule): FollowUp => {
    const places = [...sitesLeft(rule, left), ...commentsLeft(rule, cwd)];
    const isFalse = rule.status === 'done' && places.length > 0;
    if (isFalse) contradicted += 1;
    const total = rule.sites.reduce((sum, { count }) => sum + count, 0);
    const said = isFalse ? 'done, but it is not' : rule.status;
    const title = `Hand-off, ${rule.rule} (${total}): ${said}`;
    const where = places.length > 0 ? `Left: ${places.join(', ')}.` : 'Nothing of it is left.';
    return { rule: rule.rule, title, detail: [rule.summary.trim(), where].filter(Boolean).join(' ') };
  });
  return { notes, contradicted };
}

function sitesLeft({ sites }: StatusRule, left: Map<string, { symbol: string; line: number }[]>): string[] {
  return sites.flatMap(({ path, symbol, count }) => {
    const here = left.get(path) ?? [];
    const taken = here.filter((site) => site.symbol === symbol).slice(0, count);
    left.set(
      path,
      here.filter((site) => !taken.includes(site)),
    );
    return taken.map(({ line }) => `${path}:${line} ${symbol}`);
  });
}

/** The comments of a rule that still stand in its files. */
function commentsLeft({ rule, sites }: StatusRule, cwd: string): string[] {
  return [...new Set(sites.map(({ path }) => path))].flatMap((path) => {
    const lines = textOf(resolve(cwd, path)).split('\n');
    return lines.flatMap((line, index) =>
      line.includes(`TODO(authjs-clerk): ${rule} `) ? `${path}:${index + 1} TODO` : [],
    );
  });
}

/** A file that is gone holds no comment. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
