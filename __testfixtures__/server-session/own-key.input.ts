import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function mine() {
  const session = await auth();
  if (!session?.user) return null;
  return db.post.findMany({ where: { ownerId: session.user.id } });
}

export async function present() {
  const session = await auth();
  return session?.user ? 'in' : 'out';
}
