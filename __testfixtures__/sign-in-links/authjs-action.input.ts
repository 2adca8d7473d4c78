'use server';

import { redirect } from 'next/navigation';
import { auth } from '@/auth';
import { remove } from '@/lib/db';

export async function removePost(id: string) {
  const session = await auth();
  if (!session) redirect('/api/auth/signin');
  await remove(id);
}
