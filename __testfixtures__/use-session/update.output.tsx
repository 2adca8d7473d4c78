import { useSession } from 'next-auth/react';

export function Refresh() {
  // TODO(authjs-clerk): session-update — the session is updated by update(); reload Clerk’s user in its place
  const { data: session, update } = useSession();
  return <button onClick={() => update()}>{session?.user?.name}</button>;
}

export function Again() {
  // TODO(authjs-clerk): session-update — it is updated by update()
  const session = useSession();
  return <button onClick={() => session.update()}>{session.data?.user?.name}</button>;
}
