'use client';

import Link from 'next/link';
import { SignInButton, SignOutButton, useAuth, useClerk } from '@clerk/nextjs';

export function Navbar({ next }: { next: string }) {
  const { redirectToSignIn, signOut } = useClerk();
  const { isSignedIn } = useAuth();
  const leave = () => {
    localStorage.clear();
    signOut({ redirectUrl: '/bye' });
  };
  const come = () => redirectToSignIn({ signInForceRedirectUrl: next });
  return (
    <nav>
      <Link href="/">Home</Link>
      <SignInButton><button>Sign in</button></SignInButton>
      <SignOutButton>
        <button className="out">
          Sign out
        </button>
      </SignOutButton>
      <SignInButton forceRedirectUrl={next}>
        <button className="in">
          Go on
        </button>
      </SignInButton>
      <SignInButton forceRedirectUrl="/desk"><button>By GitHub</button></SignInButton>
      <button
        className="in"
        onClick={(event) => {
          event.preventDefault();
          redirectToSignIn();
        }}
      >
        You must be signed in
      </button>
      {isSignedIn && <button onClick={leave}>Leave</button>}
      <button onClick={come}>Come</button>
    </nav>
  );
}
