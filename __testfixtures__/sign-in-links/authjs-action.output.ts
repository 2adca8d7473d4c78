'use server';

import { auth } from '@clerk/nextjs/server';
import { remove } from '@/lib/db';

export async function removePost(id: string) {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return (await auth()).redirectToSignIn();
  await remove(id);
}
