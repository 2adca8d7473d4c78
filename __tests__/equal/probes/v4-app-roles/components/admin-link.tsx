'use client';

import { useSession } from 'next-auth/react';

export default function AdminLink() {
  const { data: session } = useSession();
  return session?.user.role === 'admin' ? <a href="/admin">Admin</a> : <span>{session ? 'member' : 'guest'}</span>;
}
