import { SignInButton, SignOutButton, useClerk } from "@clerk/nextjs";
import { signIn } from "next-auth/react";
import type { ReactNode } from "react";

function Entry(props: { onSelect: (event: Event) => void; children: ReactNode }) {
  return <li>{props.children}</li>;
}

export default function Menu() {
  const { signOut } = useClerk();
  // TODO(authjs-clerk): sign-in-as-value — the function is handed on; Clerk’s takes other arguments
  return (
    <>
      <button onClick={signIn as () => void}>Cast</button>
      <SignInButton><button>Sign in</button></SignInButton>
      <SignOutButton><button>Sign out</button></SignOutButton>
      <Entry onSelect={() => signOut()}>Leave</Entry>
    </>
  );
}
