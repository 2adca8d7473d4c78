import { signOut } from "@/lib/clerk-session-client";
import { signIn } from "next-auth/react";

// TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
export type Provider = Parameters<typeof signIn>[0];

export const actions = { signOut };

export function later() {
  return setTimeout(signOut, 1000);
}
