import { getServerSession } from 'next-auth';
import type { ReactNode } from 'react';
import { authOptions } from '@/lib/auth';
import { SessionRoot } from '@/parts/session-root';

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await getServerSession(authOptions);
  return (
    <SessionRoot session={session}>
      <nav>{session ? 'members' : 'visitors'}</nav>
      {children}
    </SessionRoot>
  );
}
