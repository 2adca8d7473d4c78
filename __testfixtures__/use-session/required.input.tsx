import { useSession } from 'next-auth/react';

export function Private() {
  const { data: session, status } = useSession({ required: true });
  return status === 'loading' ? null : <p>{session.user?.name}</p>;
}
