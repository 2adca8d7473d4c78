import type { Session } from "@/lib/clerk-session";
import type { DefaultSession } from "next-auth";

// TODO(authjs-clerk): auth-augmentation — these types describe Auth.js’s session and token, which code still reads
declare module "next-auth" {
  interface Session {
    // TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
    user: { id: string; plan: "free" | "pro" } & DefaultSession["user"];
  }
}

export const isPro = (session: Session): boolean => session.user.plan === "pro";
