'use client';

import { signIn, signOut, useSession } from 'next-auth/react';

export default function Menu() {
  const session = useSession();
  if (session.status === 'loading') return <button disabled>…</button>;
  if (session.status === 'unauthenticated') return <button onClick={() => signIn('github')}>Sign in</button>;
  return (
    <div>
      <img src={session.data?.user?.image || '/anonymous.svg'} alt="" />
      <button onClick={() => signOut({ redirectTo: '/' })}>Sign out</button>
    </div>
  );
}
