'use client';

import { useSession } from 'next-auth/react';

export default function StatusIncludes() {
  const { status } = useSession();
  const isPending = ['loading', 'unauthenticated'].includes(status);
  return <p>{isPending ? 'not yet' : 'now'}</p>;
}
