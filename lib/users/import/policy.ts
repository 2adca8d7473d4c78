/** What is done about those whom Clerk knows already, and about addresses that nobody has verified. */
export interface Policy {
  /** With a user who is there already by externalId. */
  onConflict: 'skip' | 'update' | 'fail';
  /** Gives the externalId to the account that holds the address, where both sides hold it verified. */
  linkByEmail: boolean;
  /** Creates unverified addresses as reserved: they can sign in, and nobody else can claim them. */
  reserveUnverified: boolean;
}

export const USUAL_POLICY: Policy = { onConflict: 'skip', linkByEmail: false, reserveUnverified: false };
