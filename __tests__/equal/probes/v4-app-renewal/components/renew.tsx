'use client';

import { signIn, useSession } from 'next-auth/react';
import { useEffect } from 'react';

export default function Renew() {
  const { data: session } = useSession();
  useEffect(() => {
    if (session?.error === 'RefreshFailed') signIn('google');
  }, [session]);
  return <b>{session ? `${session.user.name ?? session.user.email} is connected` : 'Not connected'}</b>;
}
