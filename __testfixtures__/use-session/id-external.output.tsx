import { useEffect } from 'react';
import { useUser } from '@clerk/nextjs';

declare function track(id: string): void;

export function Post({ authorId }: { authorId: string | null }) {
  const { user } = useUser();
  const isMine = (user?.externalId ?? user?.id) === authorId;
  useEffect(() => {
    if (user) track(user.externalId ?? user.id);
  }, [user?.externalId, user?.id]);
  return user ? <p title={user.externalId ?? user.id}>{isMine && 'yours'}</p> : null;
}
