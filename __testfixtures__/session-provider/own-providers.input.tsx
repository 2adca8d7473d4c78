'use client';

import { SessionProvider as AuthProvider } from 'next-auth/react';
import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  session?: null;
}

export const Providers = ({ children, session }: Props) => <AuthProvider session={session} key="auth" children={children} />;
