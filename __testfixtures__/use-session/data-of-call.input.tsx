import { useSession } from 'next-auth/react';

export function Name() {
  const session = useSession().data;
  return <p>{session?.user?.name}</p>;
}

export function Email() {
  const { user } = useSession().data!;
  return <p>{user?.email}</p>;
}
