import { signIn, signOut, useSession } from "next-auth/react";

export default function Account() {
  const { data: session } = useSession();
  return session ? (
    <button onClick={() => signOut()}>Sign out</button>
  ) : (
    <button onClick={() => signIn()}>Sign in</button>
  );
}
