import { auth } from '@/auth';
import { db } from '@/lib/db';

async function notesFor(userId: string | undefined) {
  return userId ? db.post.count({ where: { authorId: userId } }) : 0;
}

export default async function parallel() {
  const session = await auth();
  const [mine, all] = await Promise.all([notesFor(session?.user?.id), db.post.count()]);
  return `${mine} of ${all}`;
}
