import { ClerkProvider } from '@clerk/nextjs';
import { SessionProvider } from 'next-auth/react';
import type { ReactNode } from 'react';

export function Providers({ children, isNew }: { children: ReactNode; isNew: boolean }) {
  return isNew ? <ClerkProvider>{children}</ClerkProvider> : <SessionProvider>{children}</SessionProvider>;
}
