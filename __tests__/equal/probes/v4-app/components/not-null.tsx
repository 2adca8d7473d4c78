'use client';

import { useSession } from 'next-auth/react';

export default function NotNull() {
  const { data: session } = useSession();
  return (
    <p>
      {session !== null ? 'perhaps' : 'nobody'} {session != null ? session.user.email : '-'}
    </p>
  );
}
