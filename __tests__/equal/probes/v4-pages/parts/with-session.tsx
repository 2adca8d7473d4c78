import { useSession } from 'next-auth/react';
import type { ComponentType } from 'react';

export function withSession(Component: ComponentType<{ name: string }>) {
  return function WithSession() {
    const { data: session, status } = useSession();
    if (status === 'loading') return <p>…</p>;
    if (status === 'unauthenticated') return <p>Please sign in</p>;
    return <Component name={session?.user?.name ?? 'you'} />;
  };
}
