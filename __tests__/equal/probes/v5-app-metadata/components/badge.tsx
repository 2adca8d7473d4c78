'use client';

import { useSession } from 'next-auth/react';

export default function Badge() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <i>one moment</i>;
  if (!session) return <p>nobody</p>;
  return (
    <p>
      {session.user.role}, {session.plan}, {session.user.image ?? 'no picture'}
    </p>
  );
}
