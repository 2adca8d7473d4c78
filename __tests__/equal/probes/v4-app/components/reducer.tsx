'use client';

import { useSession } from 'next-auth/react';
import { useState } from 'react';

export default function StateFromSession() {
  const { data: session } = useSession();
  const [user] = useState(session?.user ?? null);
  return (
    <p>
      {user ? 'was known' : 'was not known'} {session?.user ? 'is known' : 'is not known'}
    </p>
  );
}
