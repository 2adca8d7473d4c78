import Link from "next/link";
import { signOut, useSession } from "next-auth/react";

export default function Home() {
  const { data: session } = useSession();

  return (
    <main>
      <h1>Reading list</h1>
      {session ? (
        <>
          <Link href="/books">Your books</Link>
          <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
        </>
      ) : (
        <Link href="/login">Sign in</Link>
      )}
    </main>
  );
}
