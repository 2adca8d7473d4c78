'use client';

import { SessionProvider as AuthProvider, type SessionProviderProps } from 'next-auth/react';
import type { FC } from 'react';

export const Providers: FC<SessionProviderProps> = ({ children, ...props }) => {
  return <AuthProvider {...props}>{children}</AuthProvider>;
};

export function Inner({ session, children }: { session: SessionProviderProps['session']; children: React.ReactNode }) {
  return <AuthProvider session={session}>{children}</AuthProvider>;
}
