import { readFileSync, writeFileSync } from 'node:fs';
import type { ReportedFile } from '../ledger.js';
import { BadInput } from '../project/index.js';

const VERSION = 1;

/**
 * What was left when the baseline was written: how often each name stands in each file. Lines are not in it, so that
 * code which moves is not new, and two branches that remove different things merge.
 */
export interface Baseline {
  readonly baselineVersion: typeof VERSION;
  readonly leftovers: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** @throws {BadInput} where there is none at the path, or something else */
export function readBaseline(path: string, given: string): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BadInput(`there is no baseline at ${given}: --update-baseline writes one`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadInput(`the baseline ${given} is no JSON: --update-baseline writes it anew`);
  }
  if (!isBaseline(value)) throw new BadInput(`${given} is no baseline of this tool: --update-baseline writes it anew`);
  return value;
}

function isBaseline(value: unknown): value is Baseline {
  const isObject = (each: unknown): each is Record<string, unknown> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  if (!isObject(value) || value['baselineVersion'] !== VERSION || !isObject(value['leftovers'])) return false;
  return Object.values(value['leftovers']).every(
    (names) => isObject(names) && Object.values(names).every((count) => Number.isInteger(count) && Number(count) > 0),
  );
}

/** @throws {BadInput} where it can't be written */
export function writeBaseline(path: string, given: string, files: readonly ReportedFile[]): void {
  try {
    writeFileSync(path, `${JSON.stringify(baselineOf(files), undefined, 2)}\n`);
  } catch (error) {
    throw new BadInput(`the baseline ${given} can't be written: ${(error as Error).message}`);
  }
}

/** The state of the files as a baseline, sorted, so that its diff says what changed. */
export function baselineOf(files: readonly ReportedFile[]): Baseline {
  const leftovers = files
    .filter(({ sites }) => sites.length > 0)
    .map(({ path, sites }) => [path, countsOf(sites)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { baselineVersion: VERSION, leftovers: Object.fromEntries(leftovers) };
}

function countsOf(sites: ReportedFile['sites']): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { symbol } of sites) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Compared {
  /** The files with the sites that the baseline does not know; of equal names the last ones count as new. */
  readonly files: ReportedFile[];
  readonly known: number;
  /** How many of the baseline's leftovers are gone. */
  readonly gone: number;
}

/** Holds what is left against the baseline. @param isLooked whether a file of the baseline was looked at at all */
export function compare(
  files: readonly ReportedFile[],
  { leftovers }: Baseline,
  isLooked: (path: string) => boolean = () => true,
): Compared {
  let known = 0;
  const compared = files.map((file): ReportedFile => {
    const room = new Map(Object.entries(Object.hasOwn(leftovers, file.path) ? leftovers[file.path]! : {}));
    const sites = file.sites.filter(({ symbol }) => {
      const left = room.get(symbol) ?? 0;
      if (left > 0) room.set(symbol, left - 1);
      return left === 0;
    });
    known += file.sites.length - sites.length;
    return { ...file, sites };
  });
  const total = Object.entries(leftovers)
    .filter(([path]) => isLooked(path))
    .flatMap(([, names]) => Object.values(names))
    .reduce((sum, count) => sum + count, 0);
  return { files: compared, known, gone: total - known };
}
