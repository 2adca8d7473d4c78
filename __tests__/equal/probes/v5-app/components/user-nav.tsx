'use client';

import type { User } from 'next-auth';
import { signOut, useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';

function UserNav({ user }: { user: User }) {
  const router = useRouter();
  const { data, status } = useSession();
  const isGuest = !data?.user?.name;
  return (
    <div>
      {status === 'loading' ? <i>loading</i> : <b>{isGuest ? 'Guest' : user.email}</b>}
      <button
        onClick={() => {
          if (status === 'loading') return;
          if (isGuest) router.push('/login');
          else void signOut({ redirectTo: '/' });
        }}
      >
        {isGuest ? 'Log in' : 'Sign out'}
      </button>
    </div>
  );
}

export default function Nav() {
  return <UserNav user={{ email: 'somebody@example.com' }} />;
}
