'use client';

import { useSession } from 'next-auth/react';

export default function Deep() {
  const { data: { user } = { user: undefined } } = useSession() as { data?: { user?: { email?: string | null } } };
  return <p>{user?.email ?? 'none'}</p>;
}
