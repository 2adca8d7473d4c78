'use client';

import { useSession } from 'next-auth/react';
import { useMemo } from 'react';

export default function Memo() {
  const { data: session } = useSession();
  const label = useMemo(
    () => (session?.user ? `${session.user.name ?? 'You'} (${session.user.email})` : 'Guest'),
    [session],
  );
  return <p>{label}</p>;
}
