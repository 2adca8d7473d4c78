'use client';

import type { User } from 'next-auth';
import { useSession } from 'next-auth/react';

function Badge({ user }: { user: Pick<User, 'name' | 'email'> }) {
  return (
    <span>
      {user.name} {user.email}
    </span>
  );
}

export default function UserHandedOn() {
  const { data: session } = useSession();
  if (!session?.user) return <span>guest</span>;
  return <Badge user={session.user} />;
}
