/** What is read of Clerk's answers; the names are those of @clerk/backend's `UserJSON` and the like. */
export interface ClerkUser {
  id: string;
  external_id: string | null;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  email_addresses: readonly ClerkEmail[];
  phone_numbers: readonly ClerkPhone[];
  public_metadata: Readonly<Record<string, unknown>>;
  private_metadata: Readonly<Record<string, unknown>>;
  unsafe_metadata: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  last_sign_in_at: number | null;
  created_at: number;
}

interface Verifiable {
  id: string;
  verification: { status: string } | null;
}

export interface ClerkEmail extends Verifiable {
  email_address: string;
}

export interface ClerkPhone extends Verifiable {
  phone_number: string;
}

export interface ClerkInstance {
  id: string;
  /** `production` or `development` */
  environment_type: string;
}

export const isVerified = ({ verification }: Verifiable): boolean => verification?.status === 'verified';

export type IdentifierKind = 'external_id' | 'email_address' | 'phone_number' | 'username' | 'user_id';
