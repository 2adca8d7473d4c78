'use server';

import { getUserId } from '@/lib/clerk-session';
import { db } from '@/lib/db';

export async function create(title: string) {
  const userId = await getUserId();
  if (!userId) throw new Error('Unauthorized');
  await db.post.create({ data: { title, authorId: userId } });
}

export async function remove(id: string) {
  const uid = await getUserId();
  if (!uid) throw new Error('Unauthorized');
  await db.post.delete({ where: { id, authorId: uid } });
}
