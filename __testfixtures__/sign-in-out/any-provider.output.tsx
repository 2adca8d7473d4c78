'use client';

import { signIn } from 'next-auth/react';
import { SignInButton, useClerk } from '@clerk/nextjs';

const PROVIDERS = ['github', 'google'] as const;

export function SocialButtons({ next }: { next: string }) {
  const { redirectToSignIn } = useClerk();
  const go = (provider: (typeof PROVIDERS)[number]) => {
    void redirectToSignIn({ signInForceRedirectUrl: next });
  };
  return (
    <p>
      {PROVIDERS.map((provider) => (
        <SignInButton key={provider}>
          <button>
            {provider}
          </button>
        </SignInButton>
      ))}
      <button onClick={() => go('github')}>GitHub</button>
    </p>
  );
}

/** Somebody who is signed in adds another account. */
export function LinkedAccounts({ provider }: { provider: string }) {
  // TODO(authjs-clerk): sign-in-provider — somebody who is signed in links an account by this; call createExternalAccount() of Clerk’s user
  return <button onClick={() => signIn(provider)}>Connect</button>;
}
