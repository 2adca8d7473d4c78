import type { ClerkApi } from '../clerk/api.js';
import { Refused, Unanswered } from '../clerk/errors.js';
import type { ClerkUser } from '../clerk/types.js';
import type { UserRecord } from '../record.js';
import type { Outcome } from './journal-lines.js';
import { createBody, missing, updateOf, type Update } from './payload.js';
import type { Policy } from './policy.js';

/** Clerk's codes for an identifier that somebody has already. */
const EXISTS = /exists|taken|not_unique|duplicate/;

/**
 * Creates a user exactly once. A request whose answer was lost is looked up by externalId before it is tried again, and so
 * is one that Clerk refuses because somebody has the id: it may be the effect of the lost one.
 * @param isDoubtful whether an earlier run may have sent the request already
 * @throws {Unanswered} where Clerk does not answer for longer than the patience
 */
export async function create(api: ClerkApi, record: UserRecord, policy: Policy, isDoubtful: boolean): Promise<Outcome> {
  const patience = api.http.patience();
  const body = createBody(record, policy);
  let isLost = isDoubtful;
  for (;;) {
    const user = await attempt(() => api.createUser(body));
    if (user instanceof Refused) {
      const found = EXISTS.test(user.code) ? await api.byExternalId(record.userId) : undefined;
      if (found === undefined) return refused(user);
      // Nobody had the id when the import checked: it is this import's own, or somebody is importing beside it.
      return isLost ? finish(api, record, found, policy) : { ...refused(user), clerk: found.id };
    }
    if (!(user instanceof Unanswered)) return finish(api, record, user, policy);
    isLost = true;
    const isPatient = await patience.wait();
    const found = await api.byExternalId(record.userId);
    if (found !== undefined) return finish(api, record, found, policy);
    if (isPatient) continue;
    if (user.isNetwork) throw user;
    // Clerk answers, and does not know the user: it is this record that it has trouble with.
    return { is: 'failed', code: 'no_answer', reason: user.message };
  }
}

/** What a request came to, where that is for the caller to judge. */
async function attempt<Answer>(send: () => Promise<Answer>): Promise<Answer | Refused | Unanswered> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Refused || error instanceof Unanswered) return error;
    throw error;
  }
}

/** Adds what a user that this import created still lacks. It can be called again. */
export async function finish(api: ClerkApi, record: UserRecord, user: ClerkUser, policy: Policy): Promise<Outcome> {
  const own = { clerk: user.id, own: true } as const;
  if (policy.reserveUnverified) return { is: 'created', ...own };
  try {
    await attach(api, record, user.id, missing(record, user));
    return { is: 'created', ...own };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const reason = `the user was created, but an unverified address could not be attached: ${error.message}`;
    return { is: 'failed', ...own, code: 'not_attached', reason };
  }
}

/** Brings a user to what the record says. What the record does not name stays. */
export async function update(api: ClerkApi, record: UserRecord, id: string): Promise<Outcome> {
  try {
    const user = await api.user(id);
    if (user === undefined) return { is: 'failed', code: 'gone', reason: `${id} was deleted meanwhile` };
    const change = updateOf(record, user);
    if (Object.keys(change.user).length > 0) await api.updateUser(id, change.user);
    if (Object.keys(change.metadata).length > 0) await api.mergeMetadata(id, change.metadata);
    for (const address of change.verify) await api.verifyEmail(address);
    await attach(api, record, id, change);
    return { is: 'updated', clerk: id };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...refused(error), clerk: id };
  }
}

/** Gives an account that is there the record's id, and changes nothing else of it. */
export async function link(api: ClerkApi, record: UserRecord, id: string): Promise<Outcome> {
  try {
    await api.updateUser(id, { external_id: record.userId });
    return { is: 'updated', clerk: id };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused(error);
  }
}

/**
 * Attaches addresses and numbers, each once: where an answer was lost, the user is asked what came through, and so where one
 * is taken: a lost request may have its effect late, and this user be who has it.
 */
async function attach(
  api: ClerkApi,
  record: UserRecord,
  id: string,
  first: Pick<Update, 'emails' | 'phones'>,
): Promise<void> {
  const patience = api.http.patience();
  for (let left = first; ;) {
    try {
      for (const { value, verified } of left.emails) await api.addEmail(id, value, verified);
      for (const { value, verified } of left.phones) await api.addPhone(id, value, verified);
      return;
    } catch (error) {
      const isTaken = error instanceof Refused && EXISTS.test(error.code);
      if (!isTaken && !(error instanceof Unanswered && (await patience.wait()))) throw error;
      const user = await api.user(id);
      if (user === undefined) throw error;
      const still = missing(record, user);
      if (isTaken && still.emails.length + still.phones.length === left.emails.length + left.phones.length) throw error;
      left = still;
    }
  }
}

function refused(error: Refused): Outcome {
  const field = error.field === undefined ? '' : ` (${error.field})`;
  return { is: 'failed', code: error.code, reason: `${error.message}${field}` };
}
