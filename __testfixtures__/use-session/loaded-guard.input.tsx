import { useSession } from 'next-auth/react';

export function Guarded() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <i>…</i>;
  if (status === 'unauthenticated') return <p>out</p>;
  return <p>{session?.user?.name}</p>;
}

export function Early() {
  const { status } = useSession();
  const isOut = status === 'unauthenticated';
  if (status === 'loading') return null;
  const enabled = status === 'authenticated' && isOut;
  return <p>{String(enabled && status !== 'unauthenticated')}</p>;
}

export function Chain() {
  const { data } = useSession();
  return (
    <>
      {data != null && <p>in</p>}
      {data === null && <p>out</p>}
    </>
  );
}

export function Nested() {
  const { data, status } = useSession();
  return status === 'loading' ? null : data === null ? <p>out</p> : <p>in</p>;
}
