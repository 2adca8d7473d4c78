/**
 * Which providers answer for the address that Auth.js stored at sign-up, by Auth.js's ids. Auth.js itself writes no
 * `emailVerified` then. A provider that is not here, or is here with `false`, does not count; its ID token may still say
 * that the address is verified.
 */
export const PROVIDERS: Readonly<Record<string, { readonly verifies: boolean; readonly why: string }>> = {
  google: { verifies: true, why: 'an account needs a confirmed address; the ID token says email_verified' },
  apple: { verifies: true, why: 'the address is the Apple ID’s, which is confirmed, or Apple’s own relay' },
  github: { verifies: true, why: 'nobody can authorize an OAuth app before their address is verified (GitHub Docs)' },
  gitlab: { verifies: false, why: 'an installation of one’s own need not confirm addresses' },
  discord: {
    verifies: false,
    why: 'an account with an unverified address can sign in; Auth.js does not look at `verified`',
  },
  facebook: { verifies: false, why: 'nothing in the profile says whether the address is confirmed' },
  twitter: { verifies: false, why: 'the profile has no address, or one without a word on it' },
  'azure-ad': { verifies: false, why: 'the tenant’s administrator writes the `email` claim' },
  'azure-ad-b2c': { verifies: false, why: 'the tenant’s administrator writes the `email` claim' },
  'microsoft-entra-id': { verifies: false, why: 'the tenant’s administrator writes the `email` claim' },
  spotify: { verifies: false, why: 'Spotify says of its `email` that it is unverified' },
};

/** A linked account, as far as it tells something about the address. */
export interface LinkedAccount {
  readonly provider: string;
  /** The ID token as Auth.js stored it. Its signature was checked at sign-in, and is not again. */
  readonly idToken: string | undefined;
}

/** By what an address is known to be its user's: the column, or a provider's id. */
export type Proof = { readonly by: 'column' } | { readonly by: 'provider'; readonly provider: string };

/**
 * Whether a user's address is known to be theirs: `emailVerified` is set, or a provider answers for it. A provider answers
 * for the address in its ID token. Where the token is not stored, the provider answers for the user's address only if it
 * can't have come from elsewhere: not typed in beside a password, nor from another provider that does not verify.
 */
export function proofOf(
  email: string,
  emailVerified: unknown,
  accounts: readonly LinkedAccount[],
  hasPassword: boolean,
): Proof | undefined {
  if (isSet(emailVerified)) return { by: 'column' };
  const claims = accounts.map(({ provider, idToken }) => ({ provider, claim: claimOf(idToken) }));
  const stated = claims.find(
    ({ provider, claim }) =>
      claim?.email?.toLowerCase() === email.toLowerCase() &&
      (claim.verified === undefined ? verifies(provider) : claim.verified && PROVIDERS[provider]?.why !== TENANT),
  );
  if (stated !== undefined) return { by: 'provider', provider: stated.provider };
  const silent = claims.filter(({ claim }) => claim?.email === undefined);
  const [first] = silent;
  if (first === undefined || hasPassword || silent.length < claims.length) return undefined;
  return claims.every(({ provider }) => verifies(provider)) ? { by: 'provider', provider: first.provider } : undefined;
}

const TENANT = PROVIDERS['azure-ad']?.why;
const verifies = (provider: string): boolean => PROVIDERS[provider]?.verifies === true;

/** A date, or a flag of the app's own. */
const isSet = (value: unknown): boolean =>
  value instanceof Date
    ? !Number.isNaN(value.getTime())
    : !/^(?:|0|f|false|null|no)$/i.test(String(value ?? '').trim());

/** What a JWT says of the address; undefined where there is none that can be read. */
function claimOf(token: string | undefined): { email: string | undefined; verified: boolean | undefined } | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { email, email_verified: verified } = claims as Record<string, unknown>;
    return {
      email: typeof email === 'string' ? email : undefined,
      // Apple writes it as text.
      verified: verified === undefined ? undefined : verified === true || verified === 'true',
    };
  } catch {
    return undefined;
  }
}
