import { signIn, signOut } from "next-auth/react";

export function SignInButton() {
  return <button onClick={() => signIn()}>Sign in</button>;
}

export const SignOutButton = () => (
  <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
);
