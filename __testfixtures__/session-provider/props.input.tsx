'use client';

import { SessionProvider } from 'next-auth/react';
import type { ReactNode } from 'react';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <SessionProvider
      // every five minutes
      refetchInterval={5 * 60}
      refetchOnWindowFocus={false}
      basePath="/auth"
    >
      {children}
    </SessionProvider>
  );
}
