import { useSession } from 'next-auth/react';
import { useUser } from '@clerk/nextjs';

export function Name() {
  const { user } = useUser();
  return <p>{user?.fullName}</p>;
}

export function Email() {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
  const { user } = useSession().data!;
  return <p>{user?.email}</p>;
}
