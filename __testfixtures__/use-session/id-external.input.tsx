import { useEffect } from 'react';
import { useSession } from 'next-auth/react';

declare function track(id: string): void;

export function Post({ authorId }: { authorId: string | null }) {
  const { data: session } = useSession();
  const isMine = session?.user?.id === authorId;
  useEffect(() => {
    if (session?.user?.id) track(session.user.id);
  }, [session?.user?.id]);
  return session?.user?.id ? <p title={session.user.id}>{isMine && 'yours'}</p> : null;
}
