'use client';

import { SessionProvider } from 'next-auth/react';
import type { Session } from 'next-auth';
import type { ReactNode } from 'react';

type Given = { children: ReactNode; session: Session | null; interval: number };

export const BySession = ({ children, session }: Given) => (
  <SessionProvider session={session}>{children}</SessionProvider>
);
export const Polled = ({ children, interval }: Given) => (
  <SessionProvider refetchInterval={interval}>{children}</SessionProvider>
);
export const Focused = ({ children }: Given) => (
  <SessionProvider refetchOnWindowFocus>{children}</SessionProvider>
);
export const Offline = ({ children }: Given) => (
  <SessionProvider refetchWhenOffline={false}>{children}</SessionProvider>
);
export const Below = ({ children }: Given) => (
  <SessionProvider basePath={process.env.NEXT_PUBLIC_BASE + '/api/auth'}>{children}</SessionProvider>
);
export const At = ({ children }: Given) => (
  <SessionProvider baseUrl="https://example.com" key="at">
    {children}
  </SessionProvider>
);
export const Given = ({ children }: Given) => <SessionProvider children={children} session={undefined} />;
