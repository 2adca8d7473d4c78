'use client';

import { useSession } from 'next-auth/react';
import { useState } from 'react';

export default function UserTaken() {
  const [user, setUser] = useState('typed');
  const { data: session } = useSession();
  const isLoaded = user.length > 0;
  return (
    <p>
      {session?.user?.email ?? 'nobody'} {user} {isLoaded ? 'loaded' : 'empty'}
      <button onClick={() => setUser('clicked')}>type</button>
    </p>
  );
}
