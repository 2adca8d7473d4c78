import { useSession } from 'next-auth/react';

export function Post({ authorId }: { authorId: string | null }) {
  const { data: session } = useSession();
  const isMine = session?.user?.id === authorId;
  return session?.user?.id ? <p title={session.user.id}>{isMine && 'yours'}</p> : null;
}
