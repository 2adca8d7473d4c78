'use client';

import type { User } from 'next-auth';

export function Chat({ id, user, isGuest }: { id: string; user: User | undefined; isGuest: boolean }) {
  return (
    <p id={id}>
      {user?.email} {user?.name} {isGuest ? 'guest' : 'member'}
    </p>
  );
}
