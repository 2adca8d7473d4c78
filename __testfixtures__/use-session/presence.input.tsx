'use client';

import { useSession } from 'next-auth/react';

export function Nav() {
  const { data: session } = useSession();
  return session ? <a href="/app">App</a> : <a href="/login">Log in</a>;
}
