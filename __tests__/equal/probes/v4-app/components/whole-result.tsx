'use client';

import { useSession } from 'next-auth/react';

export default function WholeResult() {
  const session = useSession();
  if (session.status === 'loading') return null;
  return <p>{session.data?.user?.email ?? 'nobody'}</p>;
}
