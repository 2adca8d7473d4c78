// Made by authjs-clerk-codemod: getUserId (pages).
import { clerkClient, getAuth } from "@clerk/nextjs/server";

/** The id that this app's tables hold: the former id of a migrated user, Clerk's id of a new one. */
export async function getUserId(req) {
  const { userId, sessionClaims } = getAuth(req);
  if (!userId) return null;
  if (sessionClaims.userId) return sessionClaims.userId;
  const user = await (await clerkClient()).users.getUser(userId); // until the claim is configured
  return user.externalId ?? user.id;
}
