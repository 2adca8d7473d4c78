import { signIn, signOut } from "next-auth/react";

export type Provider = Parameters<typeof signIn>[0];

export const actions = { signOut };

export function later() {
  return setTimeout(signOut, 1000);
}
