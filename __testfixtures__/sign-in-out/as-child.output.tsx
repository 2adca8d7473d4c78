import { SignOutButton, useClerk } from "@clerk/nextjs";
import type { ReactNode } from "react";

function Entry({ children }: { asChild?: boolean; children: ReactNode }) {
  return <div>{children}</div>;
}
const Tooltip = Entry;

export default function Menu(props: { title: string }) {
  const { redirectToSignIn, signOut } = useClerk();
  return (
    <div>
      <Entry asChild>
        <button onClick={() => signOut()}>Sign out</button>
      </Entry>
      <Tooltip>
        <button onClick={() => signOut({ redirectUrl: "/" })}>Sign out</button>
      </Tooltip>
      <button onClick={() => redirectToSignIn()} {...props}>Sign in</button>
      <a href="#top" onClick={(event) => { event.preventDefault(); redirectToSignIn(); }}>Sign in</a>
      <Entry>
        <SignOutButton><button>Sign out</button></SignOutButton>
      </Entry>
    </div>
  );
}
