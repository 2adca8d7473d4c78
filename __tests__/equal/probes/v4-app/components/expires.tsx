'use client';

import { useSession } from 'next-auth/react';

export default function Expires() {
  const { data: session } = useSession();
  return <time>{session?.expires ?? 'never'}</time>;
}
