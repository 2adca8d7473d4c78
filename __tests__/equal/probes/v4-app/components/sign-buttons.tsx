'use client';

import { signIn, signOut, useSession } from 'next-auth/react';

export default function SignButtons() {
  const { data: session } = useSession();
  if (session)
    return (
      <div>
        {session.user?.email}
        <button onClick={() => signOut({ callbackUrl: '/bye' })}>Sign out</button>
      </div>
    );
  return <button onClick={() => signIn('github', { callbackUrl: '/notes' })}>Sign in</button>;
}
