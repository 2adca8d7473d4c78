'use server';

import { auth } from '@/auth';

const LIMITS: Record<string, number> = { free: 3, pro: 100 };

export async function limit() {
  const session = await auth();
  if (!session?.user) return 0;
  return LIMITS[session.user.plan];
}
