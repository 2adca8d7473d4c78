import { SignInButton as ClerkSignInButton, SignOutButton as ClerkSignOutButton } from "@clerk/nextjs";

export function SignInButton() {
  return <ClerkSignInButton><button>Sign in</button></ClerkSignInButton>;
}

export const SignOutButton = () => (
  <ClerkSignOutButton redirectUrl="/"><button>Sign out</button></ClerkSignOutButton>
);
