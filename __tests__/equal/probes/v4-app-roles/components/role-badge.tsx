'use client';

import { useSession } from 'next-auth/react';

export default function RoleBadge() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <span>…</span>;
  return <span className="badge">{session?.user?.role ?? 'guest'}</span>;
}
