"use client";

import Link from "next/link";
import { SignInButton, SignOutButton, useUser } from "@clerk/nextjs";

export function Header() {
  const { isLoaded, isSignedIn, user } = useUser();

  if (!isLoaded) return <header>…</header>;

  return (
    <header>
      <Link href="/">Projects</Link>
      {isSignedIn ? (
        <>
          <span>{user.primaryEmailAddress?.emailAddress}</span>
          <SignOutButton redirectUrl="/"><button>Sign out</button></SignOutButton>
        </>
      ) : (
        <SignInButton forceRedirectUrl="/projects"><button>Sign in</button></SignInButton>
      )}
    </header>
  );
}
