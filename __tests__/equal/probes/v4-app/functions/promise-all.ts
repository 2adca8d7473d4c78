import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function overview() {
  const [session, count] = await Promise.all([getServerSession(authOptions), db.post.count()]);
  return { count, mine: session ? await db.post.count({ where: { authorId: session.user.id } }) : 0 };
}
