'use client';

import { useSession } from 'next-auth/react';

export default function StatusOnly() {
  const { status } = useSession();
  return (
    <ul>
      <li>{status === 'authenticated' ? 'member' : 'guest'}</li>
      <li>{status !== 'loading' && 'known'}</li>
      {status === 'unauthenticated' && <li>please sign in</li>}
    </ul>
  );
}
