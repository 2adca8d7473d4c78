'use client';

import { useSession } from 'next-auth/react';

export default function Fields() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  if (!session) return <p>nobody</p>;
  return <pre>{JSON.stringify({ id: session.user.id, name: session.user.name, email: session.user.email })}</pre>;
}
