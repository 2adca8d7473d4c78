'use client';

import { useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

export default function EffectRedirect() {
  const { status } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (status === 'unauthenticated') router.replace('/welcome');
    if (status === 'authenticated') router.push('/home');
  }, [status, router]);
  return <p>{status === 'loading' ? 'checking' : 'on the way'}</p>;
}
