'use client';

import { useSession } from 'next-auth/react';

export default function Bracket() {
  const { data: session } = useSession();
  return <p>{session?.['user']?.['email'] ?? 'nobody'}</p>;
}
