"use client";

import Link from "next/link";
import { signIn, signOut, useSession } from "next-auth/react";

export function Header() {
  const { data: session, status } = useSession();

  if (status === "loading") return <header>…</header>;

  return (
    <header>
      <Link href="/">Projects</Link>
      {session ? (
        <>
          <span>{session.user?.email}</span>
          <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
        </>
      ) : (
        <button onClick={() => signIn("google", { callbackUrl: "/projects" })}>Sign in</button>
      )}
    </header>
  );
}
