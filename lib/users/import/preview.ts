import { TOOL } from '../../tool.js';
import type { Connection } from '../clerk/settings.js';
import type { FirstPass, Reject } from './first-pass.js';
import { unsentLine } from './first-pass.js';
import type { Decision } from './plan.js';
import { countLine, type Counts } from './results.js';
import { wayOut } from './ways-out.js';

/** Rejects of one kind that are shown one by one. */
const SHOWN = 5;

export interface Preview {
  pass: FirstPass;
  connection: Connection;
  decisions: ReadonlyMap<number, Decision>;
  /** Rejects that no earlier run has settled, by the record's number. */
  rejects: ReadonlyMap<number, Reject>;
  /** What the import would come to; with what an earlier run did. */
  expected: Counts;
  /** Records that an earlier run has settled. */
  settled: number;
  remarks: readonly string[];
}

export function previewText({ pass, connection, decisions, rejects, expected, settled, remarks }: Preview): string {
  const open = pass.total - settled;
  const links = [...decisions.values()].filter((one) => one.do === 'link').length;
  const unsent = unsentLine(pass.unknown);
  return [
    `${pass.file.path}: ${plural(pass.total, 'record')}`,
    `to ${connection.instance} (${connection.isDevelopment ? 'development' : 'production'}) at ${connection.apiUrl}`,
    ...(settled > 0 ? [`${settled} settled by an earlier run, ${open} left`] : []),
    `would create ${expected.created}, update ${expected.updated}${links > 0 ? ` (${links} linked by email)` : ''}, skip ${expected.skipped}, reject ${expected.failed}`,
    ...rejectLines(rejects),
    ...(unsent === undefined ? [] : [unsent]),
    ...remarks,
    `about ${duration(requestsOf(open, decisions, rejects) / connection.perSecond)} at ${connection.perSecond * 10} requests in 10 seconds`,
    '',
  ].join('\n');
}

/** Every kind of rejection with its count, the first few records of it, and the way out. */
function rejectLines(rejects: ReadonlyMap<number, Reject>): string[] {
  const kinds = new Map<string, [number, Reject][]>();
  for (const entry of [...rejects].sort(([a], [b]) => a - b)) {
    const kind = kinds.get(entry[1].code);
    if (kind) kind.push(entry);
    else kinds.set(entry[1].code, [entry]);
  }
  return [...kinds].flatMap(([code, all]) => {
    const way = wayOut(code);
    return [
      `  ${code}: ${plural(all.length, 'record')}${way === undefined ? '' : `; ${way}`}`,
      ...all
        .slice(0, SHOWN)
        .map(
          ([number, { userId, reason }]) =>
            `    record ${number}${userId === undefined ? '' : ` (${userId})`}: ${reason}`,
        ),
      ...(all.length > SHOWN ? [`    and ${all.length - SHOWN} more`] : []),
    ];
  });
}

function requestsOf(
  open: number,
  decisions: ReadonlyMap<number, Decision>,
  rejects: ReadonlyMap<number, Reject>,
): number {
  const silent = [...decisions.values()].filter((one) => one.do === 'skip').length + rejects.size;
  const updates = [...decisions.values()].filter((one) => one.do === 'update').length;
  return Math.max(open - silent, 0) + updates * 2;
}

/** The command that does it, to the letter. @param args of the command line, as given */
export const exactCommand = (args: readonly string[]): string =>
  [TOOL.name, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');

export const summaryText = (counts: Counts): string => `${countLine(counts)}\n`;

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
