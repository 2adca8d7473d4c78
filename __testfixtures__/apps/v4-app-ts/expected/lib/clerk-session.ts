// Made by authjs-clerk-codemod: getUserId (app).
import { auth, clerkClient } from "@clerk/nextjs/server";

declare global {
  /** As set by clerk.patch.json. */
  interface CustomJwtSessionClaims {
    /** {{user.external_id || user.id}} */
    userId?: string;
  }
}

/** The id that this app's tables hold: the former id of a migrated user, Clerk's id of a new one. */
export async function getUserId(): Promise<string | null> {
  const { userId, sessionClaims } = await auth();
  if (!userId) return null;
  if (sessionClaims.userId) return sessionClaims.userId;
  const user = await (await clerkClient()).users.getUser(userId); // until the claim is configured
  return user.externalId ?? user.id;
}
