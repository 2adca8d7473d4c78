"use client";

import { SessionProvider, signIn, signOut, useSession } from "next-auth/react";

export function AuthProvider({ children }: { children: React.ReactNode }) {
  return <SessionProvider>{children}</SessionProvider>;
}

export function AccountMenu() {
  const { data: session } = useSession();

  if (!session?.user) return <button onClick={() => signIn("github", { redirectTo: "/team" })}>Sign in</button>;

  return (
    <p>
      {session.user.name} <button onClick={() => signOut({ redirectTo: "/" })}>Sign out</button>
    </p>
  );
}
