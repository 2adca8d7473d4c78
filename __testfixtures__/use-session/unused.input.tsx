import { useSession } from 'next-auth/react';

export function Name() {
  const { data: session, update } = useSession();

  return <p>name</p>;
}

export function Other() {
  const { data: session, update } = useSession();
  return <p>{session?.user?.name}</p>;
}
