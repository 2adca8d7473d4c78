'use client';

import { useSession } from 'next-auth/react';
import { useEffect } from 'react';

export default function Logged() {
  const { data: session, status } = useSession();
  useEffect(() => {
    console.log('session', JSON.stringify(session?.user ?? null), status === 'authenticated');
  }, [session, status]);
  return null;
}
