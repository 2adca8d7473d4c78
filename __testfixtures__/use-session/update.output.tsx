import { useSession } from 'next-auth/react';

export function Refresh() {
  // TODO(authjs-clerk): session-update — what the app’s callbacks fill the session with can’t be told; reload Clerk’s user, and read other fields from where they are kept
  const { data: session, update } = useSession();
  return <button onClick={() => update()}>{session?.user?.name}</button>;
}

export function Again() {
  // TODO(authjs-clerk): session-update — what the app’s callbacks fill the session with can’t be told; reload Clerk’s user, and read other fields from where they are kept
  const session = useSession();
  return <button onClick={() => session.update()}>{session.data?.user?.name}</button>;
}
