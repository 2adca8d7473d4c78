'use server';

import { getUserId } from '@/lib/clerk-session';
import { unstable_update as update } from '@/auth';
import { db } from '@/lib/db';

export async function rename(name: string) {
  const userId = await getUserId();
  if (!userId) return { error: 'Unauthorized' };

  await db.user.update({ where: { id: userId }, data: { name } });

  return { success: true };
}

export async function touch() {
  return { done: true };
}

// What it gives back is used.
export async function renamed(name: string) {
  // TODO(authjs-clerk): session-update — what the update gives back is used; Clerk’s user is changed by other calls
  return update({ user: { name } });
}

// The call may do something besides.
export async function computed() {
  // TODO(authjs-clerk): session-update — the data of the update is made by a call; see whether that has to go on
  await update({ user: await db.user.find() });
}
