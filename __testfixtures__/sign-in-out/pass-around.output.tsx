import { signIn, signOut } from "next-auth/react";

// TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
export type Provider = Parameters<typeof signIn>[0];

// TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
export const actions = { signOut };

export function later() {
  // TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
  return setTimeout(signOut, 1000);
}
