import type { Output } from '../../runner/options.js';
import { asked } from '../clerk/asked.js';
import type { Connection } from '../clerk/settings.js';
import { progress } from '../progress.js';
import { checkAll } from './check.js';
import { goodRecords, type FirstPass, type NumberedRecord, type Reject } from './first-pass.js';
import type { JournalState } from './journal-reader.js';
import type { Decision } from './plan.js';
import type { Policy } from './policy.js';
import type { Preview } from './preview.js';
import { readRequirements, type Requirements } from './requirements.js';
import { countOf, type Counts, type Outcomes } from './results.js';

/** The good records that an earlier run has not settled. */
export async function* unsettled(pass: FirstPass, state: JournalState | undefined): AsyncGenerator<NumberedRecord> {
  for await (const record of goodRecords(pass)) if (state?.outcomes.has(record.number) !== true) yield record;
}

/** Asks the instance, and decides about every record that is left. Nothing is written. */
export async function plan(
  options: { isAttended: boolean },
  pass: FirstPass,
  connection: Connection,
  policy: Policy,
  state: JournalState | undefined,
  output: Output,
): Promise<{ preview: Preview; decisions: Map<number, Decision> }> {
  const remarks: string[] = [];
  const needs = await needsOf(connection, remarks);
  if (connection.isDevelopment && pass.total > 100) {
    remarks.push('a development instance usually takes 100 users: Clerk decides');
  }
  const bar = await progress(
    'asking Clerk who is there',
    pass.total - pass.rejects.size - (state?.outcomes.size ?? 0),
    options.isAttended,
    output.note,
  );
  const decisions = await asked(() =>
    checkAll({
      api: connection.api,
      records: unsettled(pass, state),
      policy,
      needs,
      begun: state?.begun ?? new Map(),
      checked: bar.advance,
    }),
  ).finally(bar.end);
  const rejects = new Map<number, Reject>([...pass.rejects].filter(([number]) => state?.outcomes.has(number) !== true));
  for (const [number, decision] of decisions) if (decision.do === 'reject') rejects.set(number, decision);
  const settled = state?.outcomes.size ?? 0;
  const expected = expectedCounts(pass, decisions, rejects, state?.outcomes ?? new Map());
  return { preview: { pass, connection, decisions, rejects, expected, settled, remarks }, decisions };
}

async function needsOf({ frontendApi }: Connection, remarks: string[]): Promise<Requirements | undefined> {
  if (frontendApi === undefined) {
    remarks.push(
      'what the instance requires is not known: NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY is not set; Clerk decides record by record',
    );
    return undefined;
  }
  const needs = await readRequirements(frontendApi);
  if (typeof needs !== 'string') return needs;
  remarks.push(
    `what the instance requires can’t be read from ${frontendApi} (${needs}); Clerk decides record by record`,
  );
  return undefined;
}

function expectedCounts(
  pass: FirstPass,
  decisions: ReadonlyMap<number, Decision>,
  rejects: ReadonlyMap<number, Reject>,
  outcomes: Outcomes,
): Counts {
  const counts = countOf(outcomes.values());
  const rest = pass.total - counts.read;
  for (const { do: what } of decisions.values()) {
    if (what === 'update' || what === 'link') counts.updated += 1;
    else if (what === 'skip') counts.skipped += 1;
  }
  const known = [...decisions.values()].filter((one) => one.do !== 'finish' && one.do !== 'reject').length;
  counts.created += rest - known - rejects.size;
  counts.failed += rejects.size;
  return { ...counts, read: pass.total };
}
