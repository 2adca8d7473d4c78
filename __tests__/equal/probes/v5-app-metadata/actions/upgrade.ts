'use server';

import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function upgrade() {
  const session = await auth();
  if (session?.plan !== 'free') return { error: 'nothing to upgrade' };
  return db.audit.create({ data: { email: session.user.email, plan: 'pro' } });
}
