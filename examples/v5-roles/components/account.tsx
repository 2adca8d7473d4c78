"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export function Account() {
  const { data: session, status } = useSession();

  if (status === "loading") return <p id="account">…</p>;
  if (!session)
    return (
      <p id="account">
        <button onClick={() => signIn(undefined, { redirectTo: "/board" })}>Sign in</button>
      </p>
    );

  return (
    <p id="account">
      Signed in as {session.user.name}
      <button onClick={() => signOut({ redirectTo: "/" })}>Sign out</button>
    </p>
  );
}
