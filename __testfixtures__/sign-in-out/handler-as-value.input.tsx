import { signIn, signOut } from "next-auth/react";
import type { ReactNode } from "react";

function Entry(props: { onSelect: (event: Event) => void; children: ReactNode }) {
  return <li>{props.children}</li>;
}

export default function Menu() {
  return (
    <>
      <button onClick={signIn as () => void}>Cast</button>
      <button onClick={() => signIn()}>Sign in</button>
      <button onClick={signOut}>Sign out</button>
      <Entry onSelect={signOut}>Leave</Entry>
    </>
  );
}
