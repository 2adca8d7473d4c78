'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function LateUser() {
  const { data: session, status } = useSession();
  const [attempts, setAttempts] = useState(0);
  const user = status === 'authenticated' ? session?.user : null;
  useEffect(() => {
    if (status === 'loading') return;
    setAttempts((count) => count + 1);
  }, [status, user?.id]);
  return (
    <p>
      {attempts} {user?.email ?? 'nobody'}
    </p>
  );
}
