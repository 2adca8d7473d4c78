import Link from "next/link";
import { signIn, signOut, useSession } from "next-auth/react";

export function Header() {
  const { data: session, status } = useSession();

  return (
    <header>
      <Link href="/">Home</Link> <Link href="/books">Books</Link>
      {status === "loading" ? (
        <span>…</span>
      ) : session ? (
        <span>
          {session.user.name}
          <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
        </span>
      ) : (
        <button onClick={() => signIn("github", { callbackUrl: "/books" })}>Sign in</button>
      )}
    </header>
  );
}
