import type { Account, AdapterUser, JWT as Token, Profile, VerificationToken } from "@/lib/clerk-session";
import { db } from "./db";

export type Link = Pick<Account, "provider" | "providerAccountId">;

export async function linkTo(account: Account, profile?: Profile): Promise<void> {
  await db.links.create({ provider: account.provider, id: account.providerAccountId, name: profile?.name });
}

export interface Invite extends VerificationToken {
  by: AdapterUser["email"];
}

export const roleOf = (token: Token | null): string => (token?.role as string | undefined) ?? "guest";
