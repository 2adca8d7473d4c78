import { auth } from '@/auth';
import { db } from '@/lib/db';

const userId = 'userId';

export async function create(title: string) {
  const session = await auth();
  if (!session?.user) return null;
  return db.post.create({ data: { title, ownerId: session.user.id, 'ownerId2': session.user.id, currentUserId: session.user.id, [userId]: session.user.id } });
}

export async function list() {
  const session = await auth();
  if (!session) return null;
  if (session.user === undefined) return null;
  const { currentUserId: found = session.user.id } = await db.find({ where: { currentUserId: session.user!.id! } });
  return { found, currentUserId: /* of the viewer */ session.user.id };
}
