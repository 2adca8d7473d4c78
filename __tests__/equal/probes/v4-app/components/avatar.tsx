'use client';

import { useSession } from 'next-auth/react';

export default function Avatar() {
  const { data: session } = useSession();
  const user = session?.user;
  if (!user) return null;
  return user.image ? <img src={user.image} alt={user.name ?? ''} /> : <span>{user.email?.charAt(0)}</span>;
}
