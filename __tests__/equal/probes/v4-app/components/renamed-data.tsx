'use client';

import { useSession as useAuthSession } from 'next-auth/react';

export default function RenamedData() {
  const { data: current, status: state } = useAuthSession();
  const isReady = state !== 'loading';
  const isMember = state === 'authenticated';
  return (
    <p>
      {isReady ? 'ready' : 'waiting'} {isMember ? current.user.email : 'guest'}
    </p>
  );
}
