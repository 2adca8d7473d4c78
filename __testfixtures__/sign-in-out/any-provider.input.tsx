'use client';

import { signIn } from 'next-auth/react';

const PROVIDERS = ['github', 'google'] as const;

export function SocialButtons({ next }: { next: string }) {
  const go = (provider: (typeof PROVIDERS)[number]) => {
    void signIn(provider, { callbackUrl: next });
  };
  return (
    <p>
      {PROVIDERS.map((provider) => (
        <button key={provider} onClick={() => signIn(provider)}>
          {provider}
        </button>
      ))}
      <button onClick={() => go('github')}>GitHub</button>
    </p>
  );
}

/** Somebody who is signed in adds another account. */
export function LinkedAccounts({ provider }: { provider: string }) {
  return <button onClick={() => signIn(provider)}>Connect</button>;
}
