'use client';

import { useSession } from 'next-auth/react';

export default function Nested() {
  const { data } = useSession();
  const { user } = data ?? {};
  return <p title={user?.email ?? undefined}>{user?.name || 'anonymous'}</p>;
}
