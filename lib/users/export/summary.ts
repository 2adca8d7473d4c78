import type { ExportedUser, Remarks } from './record.js';

/** What an export counts on its way. */
export class Tally {
  users = 0;
  withoutEmail = 0;
  readonly proofs = new Map<string, number>();
  unverified = 0;
  readonly hashers = new Map<string, number>();
  readonly unusable = new Map<string, number>();
  withAccounts = 0;

  add({ email, passwordHasher, accounts }: ExportedUser, { proof, unusable }: Remarks): void {
    this.users += 1;
    if (email === undefined) this.withoutEmail += 1;
    else if (proof === undefined) this.unverified += 1;
    else
      count(
        this.proofs,
        proof === 'trusted' ? '--trust-emails' : proof.by === 'column' ? 'the column' : proof.provider,
      );
    if (passwordHasher !== undefined) count(this.hashers, passwordHasher);
    if (unusable !== undefined) count(this.unusable, unusable);
    if (accounts !== undefined) this.withAccounts += 1;
  }
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, each) => sum + each, 0);

/** `12 by google, 3 by the column` */
const listed = (counts: ReadonlyMap<string, number>, word: string): string =>
  [...counts].map(([key, number]) => `${number} ${word}${key}`).join(', ');

export interface SummaryContext {
  readonly file: string;
  readonly trustEmails: boolean;
  readonly hasAccounts: boolean;
  readonly leftOut: readonly string[];
}

/** What a person has to know of an export, in lines. */
export function summarize(tally: Tally, { file, trustEmails, hasAccounts, leftOut }: SummaryContext): string[] {
  const lines = [`${tally.users} ${tally.users === 1 ? 'user' : 'users'} written to ${file}`];
  if (tally.users === 0) return lines;
  const verified = total(tally.proofs);
  lines.push(
    `  addresses  ${verified} verified${verified === 0 ? '' : ` (${listed(tally.proofs, 'by ')})`}, ${tally.unverified} unverified, ${tally.withoutEmail} users without one`,
  );
  const digests = total(tally.hashers);
  lines.push(`  passwords  ${digests === 0 ? 'none' : `${digests} (${listed(tally.hashers, '')})`}`);
  if (hasAccounts) lines.push(`  accounts   ${tally.withAccounts} users with linked OAuth accounts`);
  if (tally.unusable.size > 0) {
    lines.push(
      `  ${total(tally.unusable)} passwords stay behind, in a form that Clerk does not take (${listed(tally.unusable, '')}): these users get in by a code to their address, or set a new one`,
    );
  }
  if (tally.unverified > 0) {
    lines.push(
      `  An unverified address is confirmed by its user at the first sign-in. If the app has verified them in another way, --trust-emails says so; an address that is wrongly marked lets its owner at Google into the account.`,
    );
  }
  if (trustEmails) {
    lines.push('  --trust-emails: whoever owns one of these addresses can sign in to the account that names it.');
  }
  if (tally.withoutEmail > 0) {
    lines.push(
      '  Clerk needs an address, a phone number or a username for each user: carry one with --map username=username.',
    );
  }
  const deleted = leftOut.find((name) => /deleted/i.test(name));
  if (deleted !== undefined) lines.push(`  Users whose ${deleted} is set were written like all others.`);
  if (leftOut.length > 0) {
    lines.push(`  not carried: ${leftOut.join(', ')} (--map ${leftOut[0]}=publicMetadata.${leftOut[0]} carries one)`);
  }
  return lines;
}
