'use client';

import { ClerkProvider } from '@clerk/nextjs';
import type { FC } from 'react';

export const Providers: FC<{ children?: React.ReactNode; session?: unknown }> = ({ children }) => {
  return <ClerkProvider>{children}</ClerkProvider>;
};

export function Inner({ children }: { session: unknown; children: React.ReactNode }) {
  return <ClerkProvider>{children}</ClerkProvider>;
}
