import { SignInButton, SignOutButton, useAuth } from "@clerk/nextjs";

export default function Account() {
  const { isSignedIn } = useAuth();
  return isSignedIn ? (
    <SignOutButton><button>Sign out</button></SignOutButton>
  ) : (
    <SignInButton><button>Sign in</button></SignInButton>
  );
}
