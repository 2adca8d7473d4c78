import { ClerkProvider } from '@clerk/nextjs';
import type { ReactNode } from 'react';

export function Providers({ children, isNew }: { children: ReactNode; isNew: boolean }) {
  return isNew ? <ClerkProvider>{children}</ClerkProvider> : <ClerkProvider>{children}</ClerkProvider>;
}
