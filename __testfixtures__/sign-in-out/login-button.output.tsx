'use client';
import { useAuth, useClerk } from '@clerk/nextjs';
import { useState } from 'react';

export function LoginButton({ label }: { label: string }) {
  const { redirectToSignIn } = useClerk();
  const [pending, setPending] = useState(false);
  const { isLoaded, isSignedIn } = useAuth();

  async function start() {
    setPending(true);
    try {
      await redirectToSignIn();
    } catch {
      setPending(false);
    }
  }

  if (isSignedIn) return null;
  return (
    <button disabled={pending || !isLoaded} onClick={start}>
      {label}
    </button>
  );
}
