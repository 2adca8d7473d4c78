import { isDeepStrictEqual } from 'node:util';
import type { ClerkApi } from '../clerk/api.js';
import type { ClerkUser } from '../clerk/types.js';
import { batched, lookUp } from '../import/check.js';
import type { FirstPass, NumberedRecord } from '../import/first-pass.js';
import { goodRecords } from '../import/first-pass.js';
import { updateOf } from '../import/payload.js';
import { inTurns } from '../in-turns.js';
import type { UserRecord } from '../record.js';
import { hashOf, type SyncState } from './state.js';

const AT_ONCE = 8;

/** What a sync has to do. */
export interface Changes {
  /** Numbers of the records that are new or changed, or that can't be imported. */
  numbers: Set<number>;
  /** Users of earlier syncs who are in the database no more. */
  gone: string[];
}

/**
 * Finds what is new or changed. Who was there at the last sync is known by the digest alone; the others are looked up, in
 * batches, and those who are at Clerk as the record says go into the state.
 */
export async function findChanges(api: ClerkApi, pass: FirstPass, state: SyncState): Promise<Changes> {
  const numbers = new Set(pass.rejects.keys());
  const missing = new Set(state.users.keys());
  for (const { userId } of pass.rejects.values()) if (userId !== undefined) missing.delete(userId);
  await inTurns(batched(unknown(pass, state, numbers, missing)), AT_ONCE, async (batch) => {
    const known = await lookUp(api, batch);
    for (const { number, record } of batch) {
      const { own, others } = known.of(record);
      if (own !== undefined && others.length === 0 && isCurrent(record, own)) {
        state.users.set(record.userId, { hash: hashOf(record), clerk: own.id });
      } else numbers.add(number);
    }
  });
  return { numbers, gone: [...missing] };
}

/** The records that no earlier sync has seen. Those that it has seen otherwise are noted as changes. */
async function* unknown(
  pass: FirstPass,
  state: SyncState,
  numbers: Set<number>,
  missing: Set<string>,
): AsyncGenerator<NumberedRecord> {
  for await (const one of goodRecords(pass)) {
    const known = state.users.get(one.record.userId);
    missing.delete(one.record.userId);
    if (known === undefined) yield one;
    else if (known.hash !== hashOf(one.record)) numbers.add(one.number);
  }
}

/** Whether Clerk has all that the record says. A digest can't be compared, so a record with one is sent once. */
export function isCurrent(record: UserRecord, user: ClerkUser): boolean {
  const { user: fields, metadata, emails, phones, verify } = updateOf(record, user);
  const differs = Object.keys(fields).length > 0 || emails.length > 0 || phones.length > 0 || verify.length > 0;
  if (differs) return false;
  return Object.entries(metadata).every(([kind, wanted]) => contains(user[kind as 'public_metadata'], wanted));
}

/** Whether merging would change nothing. */
function contains(held: unknown, wanted: unknown): boolean {
  if (!isObject(wanted)) return isDeepStrictEqual(held, wanted);
  return isObject(held) && Object.entries(wanted).every(([key, value]) => contains(held[key], value));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
