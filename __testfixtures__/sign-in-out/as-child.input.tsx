import { signIn, signOut } from "next-auth/react";
import type { ReactNode } from "react";

function Entry({ children }: { asChild?: boolean; children: ReactNode }) {
  return <div>{children}</div>;
}
const Tooltip = Entry;

export default function Menu(props: { title: string }) {
  return (
    <div>
      <Entry asChild>
        <button onClick={() => signOut()}>Sign out</button>
      </Entry>
      <Tooltip>
        <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
      </Tooltip>
      <button onClick={() => signIn()} {...props}>Sign in</button>
      <a href="#top" onClick={(event) => { event.preventDefault(); signIn(); }}>Sign in</a>
      <Entry>
        <button onClick={() => signOut()}>Sign out</button>
      </Entry>
    </div>
  );
}
