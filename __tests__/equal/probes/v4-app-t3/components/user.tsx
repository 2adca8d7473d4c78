'use client';

import { useSession } from 'next-auth/react';

export default function User() {
  const { data: session, status, update } = useSession();
  return (
    <div>
      <p>{status === 'authenticated' ? `${session.user.name ?? 'Somebody'} (${session.user.id})` : status}</p>
      <button onClick={() => void update()}>Refresh</button>
    </div>
  );
}
