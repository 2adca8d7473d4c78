import { useEffect } from 'react';
import { useSession } from 'next-auth/react';

export function Gate({ go }: { go: () => void }) {
  const { status } = useSession();
  const isAuthed: boolean = status === 'authenticated';
  const maybe: boolean = status !== 'unauthenticated';
  const text = 'loading' === status || isAuthed ? 'a' : 'b';
  useEffect(() => {
    if (status === 'authenticated') go();
  }, [status, go]);
  useEffect(() => {
    if (status == 'unauthenticated') go();
  }, [status, go]);
  return (
    <p title={text} hidden={status !== 'authenticated'}>
      {status !== 'loading' && <b>{String(maybe)}</b>}
    </p>
  );
}
