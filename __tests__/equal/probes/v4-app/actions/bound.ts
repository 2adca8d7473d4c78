'use server';

import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

const authenticated =
  <T>(action: (userId: string, form: FormData) => Promise<T>) =>
  async (form: FormData) => {
    const session = await getServerSession(authOptions);
    if (!session?.user?.id) return { error: 'Please sign in' };
    return action(session.user.id, form);
  };

export const archive = authenticated(async (userId, form) => {
  await db.post.update({ where: { id: String(form.get('id')), authorId: userId }, data: { archived: true } });
  return { ok: true };
});
