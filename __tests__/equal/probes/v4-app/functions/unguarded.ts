import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function mine() {
  const session = await getServerSession(authOptions);
  return db.post.findMany({ where: { authorId: session!.user.id } });
}
