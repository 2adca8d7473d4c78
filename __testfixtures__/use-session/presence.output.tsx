'use client';

import { useAuth } from '@clerk/nextjs';

export function Nav() {
  const { isSignedIn } = useAuth();
  return isSignedIn ? <a href="/app">App</a> : <a href="/login">Log in</a>;
}
