'use client';

import { useSession } from 'next-auth/react';

export default function Initials() {
  const { data: session } = useSession();
  const initials = session?.user?.name
    ?.split(' ')
    .map((part) => part[0])
    .join('');
  return <b>{initials ?? '?'}</b>;
}
