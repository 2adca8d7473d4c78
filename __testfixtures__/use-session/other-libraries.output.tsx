import { useSession } from './session';
import type { SessionContextValue } from 'next-auth/react';

// useSession() of next-auth/react
// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export function Name({ value }: { value: SessionContextValue }) {
  const { data: session } = useSession();
  return <p title="useSession()">{session?.user?.name ?? value.status}</p>;
}
