'use client';

import { useSession } from 'next-auth/react';

export default function Greeting() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  if (!session) return <p>Nobody is here</p>;
  return <p>Hello {session.user?.name ?? 'friend'}</p>;
}
