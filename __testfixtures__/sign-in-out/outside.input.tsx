import { signIn, signOut } from "next-auth/react";

export function leave() {
  return signOut({ callbackUrl: "/" });
}

export const LEAVE = () => signOut();

export async function Page() {
  const go = () => signIn();
  return <p>{String(go)}</p>;
}

export function Item({ onSelect = () => signOut() }: { onSelect?: () => void }) {
  return <li onClick={onSelect}>Sign out</li>;
}
