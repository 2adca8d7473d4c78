import { auth } from '@/auth';
import { db } from '@/lib/db';
import { auth as clerkAuth } from '@clerk/nextjs/server';

export async function mine() {
  // TODO(authjs-clerk): session-custom-field — callbacks.session makes user.id in its own way
  const session = await auth();
  if (!session?.user) return null;
  return db.post.findMany({ where: { ownerId: session.user.id } });
}

export async function present() {
  const { isAuthenticated } = await clerkAuth();
  return isAuthenticated ? 'in' : 'out';
}
