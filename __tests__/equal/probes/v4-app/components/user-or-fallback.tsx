'use client';

import { useSession } from 'next-auth/react';

const NOBODY = { name: 'Nobody', email: 'nobody@example.com' };

export default function UserOrFallback() {
  const { data: session } = useSession();
  const user = session?.user ?? NOBODY;
  return (
    <p>
      {user.name} {user.email}
    </p>
  );
}
