'use client';

import { useSession } from 'next-auth/react';

export default function Upgrade() {
  const { data: session, update } = useSession();
  if (!session) return null;
  return session.user.plan === 'free' ? <button onClick={() => update()}>Upgrade</button> : <p>{session.user.email}</p>;
}
