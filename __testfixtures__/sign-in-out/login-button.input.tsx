'use client';
import { signIn, useSession } from 'next-auth/react';
import { useState } from 'react';

export function LoginButton({ label }: { label: string }) {
  const [pending, setPending] = useState(false);
  const { data: session, status } = useSession();

  async function start() {
    setPending(true);
    try {
      await signIn('google', { redirect: false });
    } catch {
      setPending(false);
    }
  }

  if (session) return null;
  return (
    <button disabled={pending || status === 'loading'} onClick={start}>
      {label}
    </button>
  );
}
