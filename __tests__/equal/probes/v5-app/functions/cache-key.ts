import { unstable_cache } from 'next/cache';
import { auth } from '@/auth';
import { db } from '@/lib/db';

const notesOf = unstable_cache(async (id: string) => db.post.findMany({ where: { authorId: id } }), ['notes']);

export default async function cacheKey() {
  const session = await auth();
  if (!session?.user?.id) return null;
  return notesOf(session.user.id);
}
