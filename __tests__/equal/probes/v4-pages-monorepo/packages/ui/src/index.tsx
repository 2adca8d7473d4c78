import { useSession } from 'next-auth/react';

export function Greeting() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  return <p>{session?.user?.name ?? 'Stranger'}</p>;
}
