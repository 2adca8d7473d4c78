import { SessionProvider } from 'next-auth/react';
import type { ReactNode } from 'react';
import { auth } from '@/auth';

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  return (
    <SessionProvider session={session}>
      <p>{session?.user?.email ?? 'nobody'}</p>
      {children}
    </SessionProvider>
  );
}
