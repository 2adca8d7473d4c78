'use server';

import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function create(title: string) {
  const session = await auth();
  const userId = session?.user?.id;
  if (!userId) throw new Error('Unauthorized');
  await db.post.create({ data: { title, authorId: userId } });
}

export async function remove(id: string) {
  const session = await auth();
  if (!session?.user?.id) throw new Error('Unauthorized');
  const uid = session.user.id as string;
  await db.post.delete({ where: { id, authorId: uid } });
}
