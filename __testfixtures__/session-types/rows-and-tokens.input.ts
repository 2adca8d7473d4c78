import type { Account, Profile } from "next-auth";
import type { AdapterUser, VerificationToken } from "next-auth/adapters";
import type { JWT as Token } from "next-auth/jwt";
import { db } from "./db";

export type Link = Pick<Account, "provider" | "providerAccountId">;

export async function linkTo(account: Account, profile?: Profile): Promise<void> {
  await db.links.create({ provider: account.provider, id: account.providerAccountId, name: profile?.name });
}

export interface Invite extends VerificationToken {
  by: AdapterUser["email"];
}

export const roleOf = (token: Token | null): string => (token?.role as string | undefined) ?? "guest";
