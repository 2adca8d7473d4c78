'use client';

import { useSession } from 'next-auth/react';

export default function Showcase() {
  const { data: session } = useSession();
  return <p>{session ? session.user?.email : 'nobody'}</p>;
}
