'use client';

import { ClerkProvider } from '@clerk/nextjs';
import type { Session } from '@/lib/clerk-session';
import type { ReactNode } from 'react';

type Given = { children: ReactNode; session: Session | null; interval: number };

export const BySession = ({ children }: Given) => (
  <ClerkProvider>{children}</ClerkProvider>
);
export const Polled = ({ children, interval }: Given) => (
  <ClerkProvider>{children}</ClerkProvider>
);
export const Focused = ({ children }: Given) => (
  <ClerkProvider>{children}</ClerkProvider>
);
export const Offline = ({ children }: Given) => (
  <ClerkProvider>{children}</ClerkProvider>
);
export const Below = ({ children }: Given) => (
  <ClerkProvider>{children}</ClerkProvider>
);
export const At = ({ children }: Given) => (
  <ClerkProvider key="at">
    {children}
  </ClerkProvider>
);
export const Given = ({ children }: Given) => <ClerkProvider children={children} />;
