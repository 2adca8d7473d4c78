'use client';

import { useSession } from 'next-auth/react';

export default function Stringified() {
  const { data: session } = useSession();
  return <pre>{JSON.stringify(session?.user?.email ?? null)}</pre>;
}
