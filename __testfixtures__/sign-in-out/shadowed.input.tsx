import { signIn } from "next-auth/react";

export function Own({ signIn }: { signIn: (id: string) => void }) {
  return <button onClick={() => signIn("github")}>Sign in</button>;
}

export function Theirs() {
  return <button onClick={() => signIn("github")}>Sign in</button>;
}
