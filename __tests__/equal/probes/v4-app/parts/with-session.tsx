'use client';

import type { Session } from 'next-auth';
import { useSession } from 'next-auth/react';
import type { ReactNode } from 'react';

export function WithSession({ children }: { children: (session: Session | null) => ReactNode }) {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>loading</p>;
  return <>{children(session)}</>;
}
