import { signIn, signOut } from "@/lib/clerk-session-client";

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
