'use client';

import { useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';

export default function LazyHandler() {
  const { data: session, status } = useSession();
  const router = useRouter();
  function open() {
    if (status === 'loading') return;
    if (!session?.user) {
      router.push('/welcome');
      return;
    }
    router.push(`/people/${session.user.id}`);
  }
  return <button onClick={open}>Open</button>;
}
