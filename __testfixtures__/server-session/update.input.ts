'use server';

import { auth, unstable_update as update } from '@/auth';
import { db } from '@/lib/db';

export async function rename(name: string) {
  const session = await auth();
  if (!session?.user?.id) return { error: 'Unauthorized' };

  const updated = await db.user.update({ where: { id: session.user.id }, data: { name } });

  await update({
    user: {
      name: updated.name,
    },
  });

  return { success: true };
}

export async function touch() {
  await update({});
  return { done: true };
}

// What it gives back is used.
export async function renamed(name: string) {
  return update({ user: { name } });
}

// The call may do something besides.
export async function computed() {
  await update({ user: await db.user.find() });
}
