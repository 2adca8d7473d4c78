'use client';
import { useClerk } from '@clerk/nextjs';

export function Leave({ isNew }: { isNew: boolean }) {
  const { redirectToSignIn, redirectToSignUp } = useClerk();
  return (
    <input
      onChange={() => {
        if (isNew) redirectToSignUp();
        else redirectToSignIn({ signInForceRedirectUrl: '/app' });
      }}
    />
  );
}
