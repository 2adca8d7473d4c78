import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function spreadArgument() {
  const session = await getServerSession(authOptions);
  const where = { ...(session ? { authorId: session.user.id } : { published: true }) };
  return db.post.findMany({ where });
}
