'use client';

import { useSession } from 'next-auth/react';
import { useEffect } from 'react';

const identify = (id: string, traits: object) => console.log('identify', id, JSON.stringify(traits));
const reset = () => console.log('reset');

export default function Analytics() {
  const { data: session, status } = useSession();
  useEffect(() => {
    if (status === 'loading') return;
    if (session?.user) {
      identify(session.user.id, { email: session.user.email, name: session.user.name });
      return;
    }
    reset();
  }, [session?.user, status]);
  return <p>{status === 'authenticated' ? 'tracked' : 'not tracked'}</p>;
}
