import { BATCH, type ClerkApi } from '../clerk/api.js';
import type { ClerkUser } from '../clerk/types.js';
import { inTurns } from '../in-turns.js';
import type { NumberedRecord } from './first-pass.js';
import { decide, type Begun, type Decision, type Known } from './plan.js';
import type { Policy } from './policy.js';
import type { Requirements } from './requirements.js';

/** Batches that are under way at the same time. */
const AT_ONCE = 8;

export interface CheckTask {
  api: ClerkApi;
  records: AsyncIterable<NumberedRecord>;
  policy: Policy;
  needs: Requirements | undefined;
  /** What an earlier run had begun, by the record's number. */
  begun: ReadonlyMap<number, { do: Begun }>;
  checked: (count: number) => void;
}

/**
 * Asks the instance about every record, in batches, and decides what becomes of each.
 * @returns decisions by the record's number; those who are simply created, the most of them, are left out
 */
export async function checkAll({
  api,
  records,
  policy,
  needs,
  begun,
  checked,
}: CheckTask): Promise<Map<number, Decision>> {
  const decisions = new Map<number, Decision>();
  await inTurns(batched(records), AT_ONCE, async (batch) => {
    const known = await lookUp(api, batch);
    for (const { number, record } of batch) {
      const decision = decide(record, known.of(record), policy, needs, begun.get(number)?.do);
      if (decision.do !== 'create') decisions.set(number, decision);
    }
    checked(batch.length);
  });
  return decisions;
}

/** Records in batches of what a filter of Clerk's takes. */
export async function* batched(records: AsyncIterable<NumberedRecord>): AsyncGenerator<NumberedRecord[]> {
  let batch: NumberedRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Directory {
  of(record: NumberedRecord['record']): Known;
}

/** Whom the instance knows of a batch. */
export async function lookUp(api: ClerkApi, batch: readonly NumberedRecord[]): Promise<Directory> {
  const records = batch.map(({ record }) => record);
  const [owners, byEmail, byPhone, byName] = await Promise.all([
    api.find(
      'external_id',
      records.map(({ userId }) => userId),
    ),
    api.find(
      'email_address',
      records.flatMap(({ emails }) => emails.map(({ value }) => value)),
    ),
    api.find(
      'phone_number',
      records.flatMap(({ phones }) => phones.map(({ value }) => value)),
    ),
    api.find(
      'username',
      records.flatMap(({ username }) => username ?? []),
    ),
  ]);
  const own = new Map(owners.map((user) => [user.external_id, user]));
  const emails = index(byEmail, (user) => user.email_addresses.map((one) => one.email_address.toLowerCase()));
  const phones = index(byPhone, (user) => user.phone_numbers.map((one) => one.phone_number));
  const names = index(byName, (user) => (user.username === null ? [] : [user.username.toLowerCase()]));
  return {
    of(record) {
      const mine = own.get(record.userId);
      const others = [
        ...record.emails.map(({ value }) => ({
          code: 'email_taken' as const,
          value,
          user: emails.get(value.toLowerCase()),
        })),
        ...record.phones.map(({ value }) => ({ code: 'phone_taken' as const, value, user: phones.get(value) })),
        ...(record.username === undefined
          ? []
          : [
              {
                code: 'username_taken' as const,
                value: record.username,
                user: names.get(record.username.toLowerCase()),
              },
            ]),
      ];
      return {
        own: mine,
        others: others.flatMap(({ user, ...rest }) =>
          user === undefined || user.id === mine?.id ? [] : { ...rest, user },
        ),
      };
    },
  };
}

const index = (users: readonly ClerkUser[], keys: (user: ClerkUser) => readonly string[]): Map<string, ClerkUser> =>
  new Map(users.flatMap((user) => keys(user).map((key) => [key, user] as const)));
