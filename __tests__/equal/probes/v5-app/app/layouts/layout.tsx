import type { ReactNode } from 'react';
import { auth } from '@/auth';

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  const email = session?.user?.email;
  return (
    <div>
      <aside>{email ? `Signed in as ${email}` : 'Not signed in'}</aside>
      {children}
    </div>
  );
}
