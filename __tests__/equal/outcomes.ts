import type { App, Migrated, Probe } from './apps.js';
import { essence } from './compare.js';
import type { Document } from './dom.js';
import { outcomeOf } from './drive.js';
import { closureOf, type Files } from './load.js';
import { VISITORS, type Visitor } from './persons.js';

const visitors = Object.keys(VISITORS) as Visitor[];

/** Whether a probe does something else for some visitor: looked for until one is found. */
export async function differs(
  app: App,
  probe: Probe,
  files: Files,
  document: Document,
  before: Record<string, string>,
): Promise<boolean> {
  for (const visitor of visitors) {
    const outcome = await outcomeOf(probe, { app, files, side: 'after', visitor, claims: {} }, document);
    if (essence(outcome, visitor, app.name) !== before[visitor]) return true;
  }
  return false;
}

/** Whether what a probe does may depend on the token's claims: only the server reads them. */
export const mayReadClaims = (probe: Probe, files: Files): boolean =>
  probe.kind !== 'component' || [...closureOf(probe.path, files)].some((path) => files.get(path)!.includes('fetch('));

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
    all[visitor] = essence(outcome, visitor, app.name);
  }
  return all;
}

/** The sites in a probe's files that are left to a person, without what only waits for others: imports and the set-up. */
export function leftIn({ setUp }: App, probe: Probe, { files, report }: Migrated): string[] {
  const closure = closureOf(probe.path, files);
  return report.files.flatMap(({ path, sites }) =>
    closure.has(path) && !setUp.has(path)
      ? sites
          .filter(({ outcome, rule }) => outcome === 'manual' && !rule.endsWith('in-use'))
          .map(({ line, rule, message }) => `${path}:${line} ${rule}: ${message}`)
      : [],
  );
}
