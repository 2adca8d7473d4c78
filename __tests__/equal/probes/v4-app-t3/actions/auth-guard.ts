'use server';

import { getServerAuthSession } from '@/lib/auth';
import { db } from '@/server/db';

async function requireSession() {
  const session = await getServerAuthSession();
  if (!session?.user?.id) {
    throw new Error('Unauthorized');
  }
  return session;
}

export async function publish(form: FormData) {
  const { user } = await requireSession();
  await db.post.update({ where: { id: String(form.get('id')), authorId: user.id }, data: { published: true } });
  return { by: user.name };
}
