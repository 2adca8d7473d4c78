import type { ClerkApi } from '../clerk/api.js';
import { inTurns } from '../in-turns.js';
import type { UserRecord } from '../record.js';
import type { NumberedRecord } from './first-pass.js';
import type { Journal } from './journal.js';
import type { Outcome } from './journal-lines.js';
import type { Begun, Decision } from './plan.js';
import type { Policy } from './policy.js';
import { create, finish, link, update } from './steps.js';

/** So many refusals of one kind, one after the other and with no success between, are a setting, not records. */
const ALIKE = 20;

export interface WorkTask {
  api: ClerkApi;
  journal: Journal;
  records: AsyncIterable<NumberedRecord>;
  decisions: ReadonlyMap<number, Decision>;
  /** What an earlier run had begun, by the record's number. */
  begun: ReadonlyMap<number, { do: Begun }>;
  policy: Policy;
  signal: AbortSignal;
  settled: (number: number, outcome: Outcome & { id: string }) => void;
}

/** Every record is refused for the same reason. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

/**
 * Does what was decided, record by record, each noted in the journal before its first request and after its last.
 * Where one of them can't go on (no network, no journal), none is begun any more, and those that are under way come to
 * their end.
 * @throws the first error
 */
export async function work(task: WorkTask): Promise<void> {
  const alike = new Alike();
  await inTurns(
    task.records,
    task.api.http.workers,
    async (record) => {
      const outcome = await settle(task, record);
      // Those that the check rejected were accepted as such.
      if (task.decisions.get(record.number)?.do !== 'reject') alike.see(outcome);
    },
    task.signal,
  );
}

async function settle(task: WorkTask, { number, record }: NumberedRecord): Promise<Outcome> {
  const decision = task.decisions.get(number) ?? { do: 'create' };
  const note = { n: number, id: record.userId };
  if (decision.do === 'create' || decision.do === 'update' || decision.do === 'link') {
    await task.journal.append({ ...note, do: decision.do });
  }
  const outcome = await act(task, record, decision, task.begun.has(number));
  await task.journal.append({ ...note, ...outcome });
  task.settled(number, { ...outcome, id: record.userId });
  return outcome;
}

async function act(
  { api, policy }: WorkTask,
  record: UserRecord,
  decision: Decision,
  wasBegun: boolean,
): Promise<Outcome> {
  switch (decision.do) {
    case 'create':
      return create(api, record, policy, wasBegun);
    case 'finish': {
      const user = await api.user(decision.clerk);
      return user === undefined ? create(api, record, policy, true) : finish(api, record, user, policy);
    }
    case 'update':
      return update(api, record, decision.clerk);
    case 'link':
      return link(api, record, decision.clerk);
    case 'skip':
      return { is: 'skipped', clerk: decision.clerk };
    case 'reject': {
      const { do: _, ...rest } = decision;
      return { is: 'failed', ...rest };
    }
  }
}

/** Counts refusals by Clerk that are alike. */
class Alike {
  #code: string | undefined;
  #count = 0;

  see({ is, code, reason }: Outcome): void {
    if (is === 'skipped') return;
    this.#count = is === 'failed' && code === this.#code ? this.#count + 1 : 1;
    this.#code = is === 'failed' ? code : undefined;
    if (this.#code !== undefined && this.#count >= ALIKE) {
      throw new Hopeless(`${ALIKE} records in a row were refused with ${code}: ${reason}`);
    }
  }
}
