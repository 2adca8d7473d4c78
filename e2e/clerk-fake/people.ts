/** A user of the fake instance, as little as the JSON of `user-json.ts` needs. */
export interface FakeUser {
  /** Clerk's id, `user_…`. */
  readonly id: string;
  /** The id that the app's tables hold. */
  readonly externalId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  /** Where the person has a picture of their own. */
  readonly imageUrl?: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  readonly privateMetadata?: Readonly<Record<string, unknown>>;
}

export const fullNameOf = ({ firstName, lastName }: FakeUser): string => `${firstName} ${lastName}`.trim();
