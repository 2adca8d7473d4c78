'use client';

import { useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';

function Guard({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession();
  const router = useRouter();
  const isLoading = status === 'loading';

  useEffect(() => {
    if (!isLoading && !session) {
      router.push('/welcome');
    }
  }, [isLoading, session, router]);

  if (isLoading || !session) return <p>Loading…</p>;
  return <>{children}</>;
}

export default function GuardChildren() {
  return (
    <Guard>
      <p>inside</p>
    </Guard>
  );
}
