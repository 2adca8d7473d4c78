import { rmSync } from 'node:fs';
import { LineFile, writeLines } from '../line-file.js';
import { readEntries, type UsersFile } from '../read/index.js';
import type { Outcome } from './journal-lines.js';

export const ERRORS_NAME = 'users-errors.ndjson';
export const ID_MAP_NAME = 'id-map.ndjson';

export type Outcomes = ReadonlyMap<number, Outcome & { id?: string }>;

/** The counts that add up: `read` is the sum of the others. */
export interface Counts {
  read: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
}

export function countOf(outcomes: Iterable<Outcome>): Counts {
  const counts: Counts = { read: 0, created: 0, updated: 0, skipped: 0, failed: 0 };
  for (const { is } of outcomes) {
    counts.read += 1;
    counts[is] += 1;
  }
  return counts;
}

/** The last line of the output, which scripts read. */
export const countLine = ({ read, created, updated, skipped, failed }: Counts): string =>
  `read ${read} = created ${created} + updated ${updated} + skipped ${skipped} + failed ${failed}`;

/** Which old id is whose at Clerk, in the file's order, each once. */
export function writeIdMap(path: string, outcomes: Outcomes): void {
  writeLines(path, 0o666, idMapLines(outcomes));
}

function* idMapLines(outcomes: Outcomes): Generator<string> {
  const seen = new Set<string>();
  for (const number of [...outcomes.keys()].sort((a, b) => a - b)) {
    const { id, clerk } = outcomes.get(number)!;
    if (id === undefined || clerk === undefined || seen.has(id)) continue;
    seen.add(id);
    yield JSON.stringify({ old: id, clerk });
  }
}

/**
 * The records that failed, with the reason and as they were, so that they can be fed back in. Nobody else may read it: it
 * may hold digests. Without failures there is none.
 */
export async function writeErrors(path: string, file: UsersFile, outcomes: Outcomes): Promise<void> {
  const failed = new Map([...outcomes].filter(([, { is }]) => is === 'failed'));
  if (failed.size === 0) {
    rmSync(path, { force: true });
    return;
  }
  const output = new LineFile(path, 0o600);
  try {
    for await (const { number, input } of readEntries(file)) {
      const outcome = failed.get(number);
      if (outcome === undefined) continue;
      const { id = null, code = 'failed', reason = '' } = outcome;
      output.write(JSON.stringify({ record: number, userId: id, code, reason, input }));
    }
    output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}
