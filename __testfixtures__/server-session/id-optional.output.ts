import { getUserId } from '@/lib/clerk-session';
import { db } from '@/lib/db';

export async function feed(post: { authorId: string | null }) {
  const currentUserId = await getUserId();
  const isMine = (currentUserId ?? undefined) === post.authorId;
  const viewer = currentUserId ?? 'anonymous';
  const userId = currentUserId ?? undefined;
  return db.post.findMany({ where: { viewer, isMine, authorId: userId } });
}
