'use client';

import { useSession } from 'next-auth/react';

export default function Name() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <i>…</i>;
  return <b>{session?.user?.name ?? 'nobody'}</b>;
}
