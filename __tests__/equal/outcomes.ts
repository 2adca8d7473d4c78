import type { App, Migrated, Probe } from './apps.js';
import { essence } from './compare.js';
import type { Document } from './dom.js';
import { outcomeOf } from './drive.js';
import { closureOf, type Files } from './load.js';
import { VISITORS, type Visitor } from './persons.js';

const visitors = Object.keys(VISITORS) as Visitor[];

/** What a probe does for each visitor, without the differences that were decided. */
export async function outcomes(
  app: App,
  probe: Probe,
  files: Files,
  side: 'before' | 'after',
  document: Document,
  claims: Record<string, string> = {},
): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const visitor of visitors) {
    const outcome = await outcomeOf(probe, { app, files, side, visitor, claims }, document);
    all[visitor] = essence(outcome, visitor);
  }
  return all;
}

/** The sites in a probe's files that are left to a person, without what only waits for others: imports and the set-up. */
export function leftIn({ setUp }: App, probe: Probe, { files, report }: Migrated): string[] {
  const closure = closureOf(probe.path, files);
  return report.files.flatMap(({ path, sites }) =>
    closure.has(path) && path !== setUp
      ? sites
          .filter(({ outcome, rule }) => outcome === 'manual' && !rule.endsWith('in-use'))
          .map(({ line, rule, message }) => `${path}:${line} ${rule}: ${message}`)
      : [],
  );
}
