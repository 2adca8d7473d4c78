'use client';

import { useUser } from '@clerk/nextjs';

export function Greeting() {
  const { isLoaded, isSignedIn, user } = useUser();
  if (!isLoaded) return <p>…</p>;
  if (!isSignedIn) return <p>Signed out</p>;
  return <p>{user.fullName ?? 'friend'}</p>;
}
