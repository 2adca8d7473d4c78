import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function promiseKept() {
  const pending = getServerSession(authOptions);
  const count = await db.post.count();
  const session = await pending;
  return { count, email: session?.user?.email ?? null };
}
