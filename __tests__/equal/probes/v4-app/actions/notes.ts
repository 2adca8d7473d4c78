'use server';

import { getServerSession } from 'next-auth';
import { revalidatePath } from 'next/cache';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function addNote(form: FormData) {
  const session = await getServerSession(authOptions);
  if (!session?.user?.id) throw new Error('Not signed in');
  await db.post.create({ data: { title: String(form.get('title')), authorId: session.user.id } });
  revalidatePath('/notes');
}

export async function removeNote(form: FormData) {
  const session = await getServerSession(authOptions);
  if (!session) return { error: 'Not signed in' };
  const removed = await db.post.deleteMany({ where: { id: String(form.get('id')), authorId: session.user.id } });
  return { removed };
}
