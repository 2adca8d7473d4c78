'use client';

import { useSession } from 'next-auth/react';

export default function Invite() {
  const { data: session } = useSession();
  return session?.permissions?.includes('invite') ? (
    <button>Invite</button>
  ) : (
    <p>{session ? 'Ask an admin' : 'Sign in'}</p>
  );
}
