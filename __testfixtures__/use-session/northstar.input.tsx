'use client';

import { useSession } from 'next-auth/react';

export function Greeting() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  if (!session) return <p>Signed out</p>;
  return <p>{session.user?.name ?? 'friend'}</p>;
}
