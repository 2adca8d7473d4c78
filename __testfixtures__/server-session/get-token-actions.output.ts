'use server';

import { getUserId } from '@/lib/clerk-session';

export async function folder(name: string) {
  const userId = await getUserId();
  return userId ? `${userId}/${name}` : name;
}
