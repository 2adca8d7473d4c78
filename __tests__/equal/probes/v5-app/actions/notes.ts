'use server';

import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function saveNote(form: FormData) {
  const session = await auth();
  if (!session?.user?.id) throw new Error('Unauthorized');
  const { id: authorId } = session.user;
  return db.post.create({ data: { title: form.get('title'), authorId } });
}

export async function ownNotes() {
  const { user } = (await auth()) ?? {};
  if (!user) return [];
  return db.post.findMany({ where: { authorId: user.id } });
}

export async function canEdit(form: FormData) {
  const [session, note] = await Promise.all([auth(), db.post.findUnique({ where: { id: String(form.get('id')) } })]);
  return session?.user?.id === note?.authorId;
}
