'use client';

import { useSession } from 'next-auth/react';

export default function Presence() {
  const { data: session } = useSession();
  return session ? <p>in</p> : <p>out</p>;
}
