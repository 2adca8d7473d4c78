import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function feed(post: { authorId: string | null }) {
  const session = await auth();
  const isMine = session?.user?.id === post.authorId;
  const viewer = session?.user?.id ?? 'anonymous';
  const userId = session?.user?.id;
  return db.post.findMany({ where: { viewer, isMine, authorId: userId } });
}
