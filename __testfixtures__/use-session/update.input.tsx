import { useSession } from 'next-auth/react';

export function Refresh() {
  const { data: session, update } = useSession();
  return <button onClick={() => update()}>{session?.user?.name}</button>;
}

export function Again() {
  const session = useSession();
  return <button onClick={() => session.update()}>{session.data?.user?.name}</button>;
}
