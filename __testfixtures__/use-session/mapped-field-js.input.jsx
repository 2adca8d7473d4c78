import { useSession } from 'next-auth/react';

export function Company() {
  const { data: session } = useSession();
  return <p>{session?.user?.company}</p>;
}
