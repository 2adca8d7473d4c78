'use client';

import type { Session } from 'next-auth';
import type { ReactNode } from 'react';

export function Providers({ children, session }: { children: ReactNode; session: Session | null }) {
  return <section data-user={session?.user.id ?? 'none'}>{children}</section>;
}
