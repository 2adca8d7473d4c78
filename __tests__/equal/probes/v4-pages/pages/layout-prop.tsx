import { useSession } from 'next-auth/react';
import type { ReactNode } from 'react';

function Shell({ children, email }: { children: ReactNode; email?: string | null }) {
  return (
    <section>
      <header>{email ?? 'guest'}</header>
      {children}
    </section>
  );
}

export default function LayoutProp() {
  const { data: session, status } = useSession();
  return (
    <Shell email={session?.user?.email}>{status === 'unauthenticated' ? <p>please sign in</p> : <p>welcome</p>}</Shell>
  );
}
