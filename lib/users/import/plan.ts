import { isVerified, type ClerkUser } from '../clerk/types.js';
import type { Rejection, UserRecord } from '../record.js';
import type { Policy } from './policy.js';
import { unmet, type Requirements } from './requirements.js';

/** What becomes of a record. `clerk` is the id of the user who is there already. */
export type Decision =
  | { do: 'create' }
  /** An earlier run created it and was cut off: what is missing is added. */
  | { do: 'finish'; clerk: string }
  | { do: 'skip' | 'update' | 'link'; clerk: string }
  | { do: 'reject'; code: string; reason: string; clerk?: string };

/** Whom the instance knows by the record's id, addresses, numbers and username. */
export interface Known {
  own: ClerkUser | undefined;
  /** Others that hold something of the record's, and what. */
  others: readonly { user: ClerkUser; code: 'email_taken' | 'phone_taken' | 'username_taken'; value: string }[];
}

/**
 * Decides about one record. Nothing is asked and nothing done here.
 * @param begun what an earlier run had begun to do for it, and did not come to note the end of
 */
export function decide(
  record: UserRecord,
  { own, others }: Known,
  policy: Policy,
  needs: Requirements | undefined,
  begun?: Begun,
): Decision {
  if (own !== undefined) {
    if (begun === 'create') return { do: 'finish', clerk: own.id };
    if (begun === 'link') return { do: 'link', clerk: own.id };
    if (policy.onConflict === 'skip' && begun === undefined) return { do: 'skip', clerk: own.id };
    if (policy.onConflict === 'fail') {
      const reason = `${own.id} has this externalId already`;
      return { do: 'reject', code: 'already_there', reason, clerk: own.id };
    }
    // The user is in the map either way: the account is theirs.
    return others.length === 0 ? { do: 'update', clerk: own.id } : { do: 'reject', ...taken(others), clerk: own.id };
  }
  if (others.length > 0) {
    const clerk = policy.linkByEmail ? linkable(record, others) : undefined;
    return clerk === undefined ? { do: 'reject', ...taken(others) } : { do: 'link', clerk };
  }
  const refusal = (needs === undefined ? undefined : unmet(record, needs, policy)) ?? unsendable(record, policy);
  return refusal === undefined ? { do: 'create' } : { do: 'reject', ...refusal };
}

/** What the journal says was begun. */
export type Begun = 'create' | 'update' | 'link';

function taken(others: Known['others']): Rejection {
  const [first] = others;
  const reason = others.map(({ user, value }) => `${value} belongs to ${user.id}`).join('; ');
  return { code: first!.code, reason };
}

/** One account without an externalId, that holds an address verified which the record holds verified. */
function linkable(record: UserRecord, others: Known['others']): string | undefined {
  const [first] = others;
  const user = first!.user;
  if (others.some((one) => one.user.id !== user.id) || (user.external_id ?? '') !== '') return undefined;
  const theirs = new Set(
    user.email_addresses.filter(isVerified).map(({ email_address: address }) => address.toLowerCase()),
  );
  return record.emails.some(({ value, verified }) => verified && theirs.has(value.toLowerCase())) ? user.id : undefined;
}

/** Clerk creates nobody without an identifier, and an unverified address comes after the user. */
function unsendable({ emails, phones, username }: UserRecord, policy: Policy): Rejection | undefined {
  if (policy.reserveUnverified || username !== undefined) return undefined;
  if ([...emails, ...phones].some(({ verified }) => verified)) return undefined;
  const value = (emails[0] ?? phones[0])?.value ?? '';
  return {
    code: 'unverified_only',
    reason: `${value} is unverified, and the record has nothing else to create a user by`,
  };
}
