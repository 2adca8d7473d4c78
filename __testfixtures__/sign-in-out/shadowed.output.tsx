import { SignInButton } from "@clerk/nextjs";

export function Own({ signIn }: { signIn: (id: string) => void }) {
  return <button onClick={() => signIn("github")}>Sign in</button>;
}

export function Theirs() {
  return <SignInButton><button>Sign in</button></SignInButton>;
}
