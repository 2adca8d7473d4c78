'use client';

import { useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';

export default function RequiredCallback() {
  const router = useRouter();
  const { status } = useSession({
    required: true,
    onUnauthenticated() {
      router.push('/welcome');
    },
  });
  return <p>{status === 'loading' ? 'wait' : 'go on'}</p>;
}
