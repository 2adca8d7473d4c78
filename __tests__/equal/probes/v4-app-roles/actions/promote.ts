'use server';

import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function promote(form: FormData) {
  const session = await getServerSession(authOptions);
  const isAdmin = session?.user?.role === 'admin';
  if (!isAdmin) return { ok: false };
  await db.user.update({ where: { id: String(form.get('id')) }, data: { role: 'admin' } });
  return { ok: true, by: session.user.id };
}
