'use client';

import type { Session } from 'next-auth';
import { useSession } from 'next-auth/react';

export default function Deep() {
  const { data: session } = useSession();
  const { user: { name, email } = {} as Partial<Session['user']> } = session ?? {};
  return (
    <p>
      {name ?? 'no name'} {email ?? 'no email'}
    </p>
  );
}
