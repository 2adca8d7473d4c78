import * as NextAuth from 'next-auth/react';
import type { ReactNode } from 'react';

export function Providers({ children }: { children: ReactNode }) {
  return <NextAuth.SessionProvider refetchInterval={0}>{children}</NextAuth.SessionProvider>;
}
