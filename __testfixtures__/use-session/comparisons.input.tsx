import { useSession } from 'next-auth/react';

export function States({ force }: { force: boolean }) {
  const { data: session } = useSession();
  if (session === undefined) return <p>loading</p>;
  if (session === null && !force) return <p>out</p>;
  if (session == null) return <p>none</p>;
  return <p>{session.user?.name}</p>;
}
