'use server';

import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

interface State {
  message: string;
}

export async function invite(form: FormData): Promise<State> {
  const session = await getServerSession(authOptions);
  const inviter = session?.user;
  if (!inviter?.email) return { message: 'Please sign in.' };
  if (!form.get('title')) return { message: 'Title missing.' };
  await db.audit.create({ data: { by: inviter.id, what: 'invited' } });
  return { message: `${inviter.name ?? inviter.email} invited somebody.` };
}
