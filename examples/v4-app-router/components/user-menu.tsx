"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export function UserMenu() {
  const { data: session, status } = useSession();

  if (status === "loading") return <p>…</p>;
  if (!session) return <button onClick={() => signIn("google", { callbackUrl: "/dashboard" })}>Sign in</button>;

  return (
    <p>
      {session.user?.name ?? session.user?.email}
      <button onClick={() => signOut({ callbackUrl: "/" })}>Sign out</button>
    </p>
  );
}
