'use client';

import { useSession } from 'next-auth/react';

export default function TypeofSession() {
  const { data: session } = useSession();
  if (typeof session === 'undefined') return <p>asking</p>;
  return <p>{session?.user.email ?? 'nobody'}</p>;
}
