'use client';

import { useSession } from 'next-auth/react';

export default function UpdateWithData() {
  const { data: session, update } = useSession();
  if (!session) return null;
  return <button onClick={() => update({ name: 'Countess' })}>Rename {session.user.name}</button>;
}
