import { signIn, signOut } from "next-auth/react";

export function leave() {
  // TODO(authjs-clerk): sign-in-outside-component — Clerk is asked by useClerk(), which works in components and hooks only
  return signOut({ callbackUrl: "/" });
}

// TODO(authjs-clerk): sign-in-outside-component — Clerk is asked by useClerk(), which works in components and hooks only
export const LEAVE = () => signOut();

export async function Page() {
  // TODO(authjs-clerk): sign-in-outside-component — Clerk is asked by useClerk(), which works in components and hooks only
  const go = () => signIn();
  return <p>{String(go)}</p>;
}

// TODO(authjs-clerk): sign-in-outside-component — Clerk is asked by useClerk(), which works in components and hooks only
export function Item({ onSelect = () => signOut() }: { onSelect?: () => void }) {
  return <li onClick={onSelect}>Sign out</li>;
}
