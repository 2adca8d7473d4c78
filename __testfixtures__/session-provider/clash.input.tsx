import { SessionProvider } from 'next-auth/react';
import type { ReactNode } from 'react';

export function ClerkProvider({ children }: { children: ReactNode }) {
  return <SessionProvider>{children}</SessionProvider>;
}
