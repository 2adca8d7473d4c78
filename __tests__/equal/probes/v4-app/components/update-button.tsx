'use client';

import { useSession } from 'next-auth/react';

export default function UpdateButton() {
  const { data: session, update } = useSession();
  if (!session) return null;
  return <button onClick={() => update()}>Refresh {session.user.name}</button>;
}
