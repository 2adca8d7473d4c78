import { resolve } from 'node:path';
import type { Output } from '../runner/options.js';
import { asked } from './clerk/asked.js';
import { connect, type ConnectionOptions } from './clerk/settings.js';
import { isVerified } from './clerk/types.js';
import { batched, lookUp } from './import/check.js';
import { firstPass, goodRecords } from './import/first-pass.js';
import type { Known } from './import/plan.js';
import { plural } from './import/preview.js';
import { inTurns } from './in-turns.js';
import { progress } from './progress.js';
import { openUsersFile } from './read/index.js';
import type { UserRecord } from './record.js';

export interface VerifyFlags extends Omit<ConnectionOptions, 'cwd'> {
  readonly format: 'text' | 'json';
}

export interface VerifyOptions extends VerifyFlags {
  readonly cwd: string;
  readonly path: string;
  readonly isAttended: boolean;
}

/** What is wrong with one record. */
export interface Finding {
  record: number;
  userId: string;
  kind: 'missing' | 'doubled' | 'different' | 'unreadable';
  detail: string;
}

const AT_ONCE = 8;
/** Findings of one kind that are printed; `--format json` has all of them. */
const SHOWN = 20;

/**
 * `users verify`: holds the file against the instance: everyone is there once, by externalId, with their addresses.
 * @returns the exit code: 1 where anybody is missing, doubled or different
 * @throws {BadInput}
 */
export async function verifyUsers(options: VerifyOptions, output: Output): Promise<number> {
  const pass = await firstPass(await openUsersFile(resolve(options.cwd, options.path)));
  const { api, instance } = await connect(options);
  const findings: Finding[] = [...pass.rejects].map(([record, { userId = '', reason }]) => ({
    record,
    userId,
    kind: 'unreadable',
    detail: reason,
  }));
  const bar = await progress('comparing', pass.total - pass.rejects.size, options.isAttended, output.note);
  try {
    const compareAll = inTurns(batched(goodRecords(pass)), AT_ONCE, async (batch) => {
      const known = await lookUp(api, batch);
      for (const { number, record } of batch) {
        for (const [kind, detail] of compare(record, known.of(record))) {
          findings.push({ record: number, userId: record.userId, kind, detail });
        }
      }
      bar.advance(batch.length);
    });
    await asked(() => compareAll);
    const total = await asked(() => api.count());
    findings.sort((a, b) => a.record - b.record);
    print(options, { instance, total, records: pass.total, findings }, output);
    return findings.length > 0 ? 1 : 0;
  } finally {
    bar.end();
  }
}

/** What of a record is not as it should be. Pure. */
export function* compare(
  record: UserRecord,
  { own, others }: Known,
): Generator<[Exclude<Finding['kind'], 'unreadable'>, string]> {
  if (own === undefined) yield ['missing', 'no user has this externalId'];
  for (const { user, value } of others) {
    yield [
      'doubled',
      `${value} belongs to ${user.id}, ${user.external_id === null ? 'who has no externalId' : `whose externalId is ${user.external_id}`}`,
    ];
  }
  if (own === undefined) return;
  const held = new Map(own.email_addresses.map((one) => [one.email_address.toLowerCase(), isVerified(one)]));
  const elsewhere = new Set(others.map(({ value }) => value));
  for (const { value, verified } of record.emails) {
    const state = held.get(value.toLowerCase());
    if (state === undefined && !elsewhere.has(value)) yield ['different', `${own.id} lacks ${value}`];
    else if (state === false && verified) yield ['different', `${value} of ${own.id} is not verified`];
    else if (state === true && !verified)
      yield ['different', `${value} of ${own.id} is verified, and in the file it is not`];
  }
}

interface Result {
  instance: string;
  /** Users of the instance, those included who are in no file. */
  total: number;
  records: number;
  findings: readonly Finding[];
}

function print({ format, path }: VerifyOptions, { instance, total, records, findings }: Result, output: Output): void {
  const count = (kind: Finding['kind']): number =>
    new Set(findings.filter((one) => one.kind === kind).map(({ record }) => record)).size;
  const counts = {
    missing: count('missing'),
    doubled: count('doubled'),
    different: count('different'),
    unreadable: count('unreadable'),
  };
  if (format === 'json') {
    output.out(`${JSON.stringify({ records, users: total, ...counts, findings })}\n`);
    return;
  }
  const lines = [`${path}: ${plural(records, 'record')}; ${instance}: ${plural(total, 'user')}`];
  for (const kind of ['unreadable', 'missing', 'doubled', 'different'] as const) {
    const some = findings.filter((one) => one.kind === kind);
    for (const { record, userId, detail } of some.slice(0, SHOWN))
      lines.push(`  ${kind}: record ${record} (${userId}): ${detail}`);
    if (some.length > SHOWN) lines.push(`  ${kind}: and ${some.length - SHOWN} more`);
  }
  const { missing, doubled, different, unreadable } = counts;
  lines.push(
    `verified ${records}: missing ${missing}, doubled ${doubled}, different ${different}, unreadable ${unreadable}`,
  );
  output.out(`${lines.join('\n')}\n`);
}
