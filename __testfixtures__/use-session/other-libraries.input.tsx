import { useSession } from './session';
import type { SessionContextValue } from 'next-auth/react';

// useSession() of next-auth/react
export function Name({ value }: { value: SessionContextValue }) {
  const { data: session } = useSession();
  return <p title="useSession()">{session?.user?.name ?? value.status}</p>;
}
