import { SignInButton, SignOutButton } from "@clerk/nextjs";
import { useSession } from "next-auth/react";

export default function Account() {
  // TODO(authjs-clerk): unhandled — nothing here knows how to move useSession
  const { data: session } = useSession();
  return session ? (
    <SignOutButton><button>Sign out</button></SignOutButton>
  ) : (
    <SignInButton><button>Sign in</button></SignInButton>
  );
}
