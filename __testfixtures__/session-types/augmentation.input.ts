import type { DefaultSession, Session } from "next-auth";

declare module "next-auth" {
  interface Session {
    user: { id: string; plan: "free" | "pro" } & DefaultSession["user"];
  }
}

export const isPro = (session: Session): boolean => session.user.plan === "pro";
