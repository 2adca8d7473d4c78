'use server';

import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export const rename = async (form: FormData) => {
  const session = await getServerSession(authOptions);
  if (!session?.user) {
    redirect('/login');
  }
  const { id, name } = session.user;
  await db.user.update({ where: { id }, data: { name: form.get('title') ?? name } });
  return `was ${name ?? 'nobody'}`;
};
