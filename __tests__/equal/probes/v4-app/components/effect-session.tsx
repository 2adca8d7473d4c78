'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function EffectSession() {
  const { data: session } = useSession();
  const [greeting, setGreeting] = useState('hello');
  useEffect(() => {
    if (session?.user?.name) setGreeting(`hello ${session.user.name}`);
    else setGreeting('hello stranger');
  }, [session]);
  return <p>{greeting}</p>;
}
