import { getUserId } from '@/lib/clerk-session';
import { db } from '@/lib/db';

const userId = 'userId';

export async function create(title: string) {
  const currentUserId = await getUserId();
  if (!currentUserId) return null;
  return db.post.create({ data: { title, ownerId: currentUserId, 'ownerId2': currentUserId, currentUserId, [userId]: currentUserId } });
}

export async function list() {
  const userId = await getUserId();
  if (!userId) return null;
  if (userId === null) return null;
  const { currentUserId: found = userId } = await db.find({ where: { currentUserId: userId } });
  return { found, currentUserId: /* of the viewer */ userId };
}
