import { useAuth } from '@clerk/nextjs';

export function Post({ authorId }: { authorId: string | null }) {
  const { userId } = useAuth();
  const isMine = (userId ?? undefined) === authorId;
  return userId ? <p title={userId}>{isMine && 'yours'}</p> : null;
}
