'use client';

import { useSession } from 'next-auth/react';

export default function Plan() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  return <p>{session?.user?.plan ?? 'none'}</p>;
}
